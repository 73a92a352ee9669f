import type { LoadBalancer } from '../service-settings.ts';
import type { TargetGroupState, TargetState } from '../load-balancing.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { serviceOf } from './service-of.ts';

/** Where a task stands behind the load balancers of its service. */
export type TaskTarget = {
	readonly loadBalancer: LoadBalancer;
	readonly group: TargetGroupState;
	/** `<ip>:<port>` */
	readonly key: string;
	/** Absent before registration and after the deregistration delay. */
	readonly target?: TargetState;
};

/** The targets of a task: none without a load balancer, or without an address. */
export function targetsOf(world: World, task: TaskState): TaskTarget[] {
	const address = task.networkInterface?.privateIpv4Address;
	if (address === undefined) return [];
	return loadBalancersOf(world, task).flatMap((loadBalancer) => {
		const group = world.targetGroups.get(loadBalancer.targetGroupArn ?? '');
		if (!group) return [];
		const key = `${address}:${loadBalancer.containerPort}`;
		const target = group.targets.get(key);
		return [{ loadBalancer, group, key, ...(target && { target }) }];
	});
}

/** The load balancers that a task is to stand behind: those of its deployment. */
export function loadBalancersOf(world: World, task: TaskState): readonly LoadBalancer[] {
	const service = serviceOf(world, task);
	const own = [...(service?.deployments ?? []), ...(service?.taskSets ?? [])].find(
		({ id }) => id === task.startedBy,
	)?.revision;
	return own?.loadBalancers ?? service?.settings.loadBalancers ?? [];
}
