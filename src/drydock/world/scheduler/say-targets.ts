import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { say, sayOf } from './say.ts';

/**
 * Tells of the targets registered and deregistered since the last look.
 * @returns when the next deregistration is to be told (epoch ms)
 */
export function sayTargets(world: World, service: ServiceState): number | undefined {
	const { scheduler } = service;
	for (const [arn, count] of scheduler.registered) {
		say(world, service, `registered ${count} targets in (target-group ${arn})`);
	}
	scheduler.registered.clear();
	const due = scheduler.deregistered.filter(({ toldAt }) => toldAt <= world.clock.now);
	const later = scheduler.deregistered.filter((target) => !due.includes(target));
	for (const [arn, targets] of Map.groupBy(due, ({ targetGroupArn }) => targetGroupArn)) {
		say(world, service, `deregistered ${targets.length} targets in (target-group ${arn})`);
	}
	for (const [id, targets] of Map.groupBy(due, ({ deploymentId }) => deploymentId)) {
		const tasks = new Set(targets.map(({ taskArn }) => taskArn)).size;
		sayOf(world, service, id, `has begun draining connections on ${tasks} tasks.`);
	}
	scheduler.deregistered = later;
	return later.length === 0 ? undefined : Math.min(...later.map(({ toldAt }) => toldAt));
}
