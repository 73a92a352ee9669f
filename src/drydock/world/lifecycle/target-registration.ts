import { after } from '../advance.ts';
import { SECOND } from '../clock.ts';
import type { TargetState } from '../load-balancing.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { serviceOf } from './service-of.ts';
import { startChecking } from './target-health.ts';
import { targetsOf } from './targets-of.ts';

/** Registers the task with the target groups of its service; gives how many there are. */
export function registerTargets(world: World, task: TaskState): number {
	const targets = targetsOf(world, task);
	const service = serviceOf(world, task);
	for (const { group, id, port, key, loadBalancer } of targets) {
		const target: TargetState = {
			id,
			port,
			containerPort: loadBalancer.containerPort,
			availabilityZone: task.availabilityZone ?? '',
			taskArn: task.taskArn,
			state: 'initial',
			reason: 'Elb.InitialHealthChecking',
			description: 'Initial health checks in progress',
			registeredAt: world.clock.now,
			streak: 0,
		};
		group.targets.set(key, target);
		count(service?.scheduler.registered, group.targetGroupArn);
		startChecking(world, { group, target, task, containerName: loadBalancer.containerName });
	}
	return targets.length;
}

/**
 * Drains the task's targets; each is forgotten after its group's deregistration delay.
 * @param told after how many ms the service's events tell of it
 * @returns the longest of the delays in ms, 0 when the task has no target.
 */
export function deregisterTargets(world: World, task: TaskState, told: number): number {
	const service = serviceOf(world, task);
	let longest = 0;
	for (const { group, key, target } of targetsOf(world, task)) {
		if (!target || target.state === 'draining') continue;
		target.state = 'draining';
		target.reason = 'Target.DeregistrationInProgress';
		target.description = 'Target deregistration is in progress';
		const delay = group.deregistrationDelaySeconds * SECOND;
		service?.scheduler.deregistered.push({
			targetGroupArn: group.targetGroupArn,
			taskArn: task.taskArn,
			deploymentId: task.startedBy ?? '',
			toldAt: world.clock.now + told,
		});
		after(world, delay, () => group.targets.delete(key));
		longest = Math.max(longest, delay);
	}
	return longest;
}

function count(counts: Map<string, number> | undefined, targetGroupArn: string): void {
	counts?.set(targetGroupArn, (counts.get(targetGroupArn) ?? 0) + 1);
}
