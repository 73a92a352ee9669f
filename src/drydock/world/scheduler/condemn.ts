import { SECOND } from '../clock.ts';
import { targetsOf } from '../lifecycle/targets-of.ts';
import type { ServiceState } from '../service.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { say } from './say.ts';

/**
 * Marks tasks that failed a container or load balancer check for replacement, once the grace period after their
 * start is over; it holds for both kinds of check (ECS API reference, healthCheckGracePeriodSeconds).
 * @returns when the next grace period of a failing task ends, epoch ms
 */
export function condemnUnhealthy(
	world: World,
	service: ServiceState,
	active: readonly TaskState[],
): number | undefined {
	let graceEnds: number | undefined;
	for (const task of active) {
		const finding = task.condemned || task.lastStatus !== 'RUNNING' ? undefined : findingOn(world, task);
		if (!finding || task.startedAt === undefined) continue;
		const until = task.startedAt + service.settings.healthCheckGracePeriodSeconds * SECOND;
		if (world.clock.now < until) {
			graceEnds = Math.min(graceEnds ?? until, until);
			continue;
		}
		task.condemned = { stoppedReason: finding.stoppedReason, announced: false };
		say(world, service, finding.event);
	}
	return graceEnds;
}

/** What is wrong with a task, worded as ECS words it. */
function findingOn(world: World, task: TaskState): { stoppedReason: string; event: string } | undefined {
	if (task.healthStatus === 'UNHEALTHY') {
		return {
			stoppedReason: 'Task failed container health checks',
			event: `(task ${task.taskId}) failed container health checks.`,
		};
	}
	const unhealthy = targetsOf(world, task).find(({ target }) => target?.state === 'unhealthy');
	if (!unhealthy?.target) return undefined;
	const group = `(target-group ${unhealthy.group.targetGroupArn})`;
	const { port, description } = unhealthy.target;
	return {
		stoppedReason: `Task failed ELB health checks in ${group}`,
		event: `(task ${task.taskId}) (port ${port}) is unhealthy in ${group} due to (reason ${description}).`,
	};
}
