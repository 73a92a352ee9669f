import type { NetworkConfiguration } from '../service-settings.ts';
import type { SubnetState } from '../subnet.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { createNetworkInterface } from './network-interface.ts';
import { serviceOf } from './service-of.ts';

/** Gives a task an interface in one of its subnets: of a zone, where it may not be in any. */
export function joinSubnet(
	world: World,
	task: TaskState,
	network: NetworkConfiguration | undefined,
	zone?: string,
): void {
	const subnet = leastUsed(world, task, network?.awsvpcConfiguration.subnets ?? [], zone);
	task.availabilityZone = zone ?? subnet?.availabilityZone ?? `${task.region}a`;
	if (!subnet) return;
	task.subnetId = subnet.subnetId;
	const publicIp = network?.awsvpcConfiguration.assignPublicIp === 'ENABLED';
	const networkInterface = createNetworkInterface(world, subnet, publicIp);
	if (networkInterface) task.networkInterface = networkInterface;
}

/** Fargate spreads a service's tasks over its zones: the subnet with the fewest of the group's tasks. */
function leastUsed(
	world: World,
	task: TaskState,
	subnetIds: readonly string[],
	zone: string | undefined,
): SubnetState | undefined {
	const subnets = subnetIds
		.flatMap((id) => world.subnets.get(id) ?? [])
		.filter(({ availabilityZone }) => zone === undefined || availabilityZone === zone);
	const used = new Map<string, number>();
	for (const arn of serviceOf(world, task)?.taskArns ?? []) {
		const other = world.tasks.get(arn);
		if (other?.subnetId && other.desiredStatus === 'RUNNING')
			used.set(other.subnetId, (used.get(other.subnetId) ?? 0) + 1);
	}
	const count = ({ subnetId }: SubnetState): number => used.get(subnetId) ?? 0;
	return subnets.reduce<SubnetState | undefined>(
		(best, subnet) => (best === undefined || count(subnet) < count(best) ? subnet : best),
		undefined,
	);
}
