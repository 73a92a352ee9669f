import type { LoadBalancer } from '../service-settings.ts';
import type { TargetGroupState, TargetState } from '../load-balancing.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { serviceOf } from './service-of.ts';

/** Where a task stands behind the load balancers of its service. */
export type TaskTarget = {
	readonly loadBalancer: LoadBalancer;
	readonly group: TargetGroupState;
	/** IP address, or instance id. */
	readonly id: string;
	readonly port: number;
	/** `<id>:<port>` */
	readonly key: string;
	/** Absent before registration and after the deregistration delay. */
	readonly target?: TargetState;
};

/** The targets of a task: none without a load balancer, or without an address. */
export function targetsOf(world: World, task: TaskState): TaskTarget[] {
	return loadBalancersOf(world, task).flatMap((loadBalancer) => {
		const group = world.targetGroups.get(loadBalancer.targetGroupArn ?? '');
		const address = group && addressOf(world, task, group, loadBalancer);
		if (!address) return [];
		const key = `${address.id}:${address.port}`;
		const target = group.targets.get(key);
		return [{ loadBalancer, group, ...address, key, ...(target && { target }) }];
	});
}

/** Of its own interface, or the port of its instance that leads to the container. */
function addressOf(
	world: World,
	{ networkInterface, containerInstanceArn = '', portBindings }: TaskState,
	{ targetType }: TargetGroupState,
	{ containerName, containerPort }: LoadBalancer,
): { readonly id: string; readonly port: number } | undefined {
	if (targetType === 'ip') return networkInterface && { id: networkInterface.privateIpv4Address, port: containerPort };
	const instance = world.containerInstances.get(containerInstanceArn);
	const binding = portBindings.find(
		(each) => each.containerName === containerName && each.containerPort === containerPort,
	);
	return instance && binding && { id: instance.ec2InstanceId, port: binding.hostPort };
}

/** The load balancers that a task is to stand behind: those of its deployment. */
export function loadBalancersOf(world: World, task: TaskState): readonly LoadBalancer[] {
	const service = serviceOf(world, task);
	const own = [...(service?.deployments ?? []), ...(service?.taskSets ?? [])].find(
		({ id }) => id === task.startedBy,
	)?.revision;
	return own?.loadBalancers ?? service?.settings.loadBalancers ?? [];
}
