import type { AutoScalingGroupState } from '../auto-scaling-group.ts';
import type { Ec2InstanceState } from '../ec2-instance.ts';
import { takeAddress } from '../lifecycle/subnet-addresses.ts';
import { hex, seedOf } from '../random.ts';
import type { SubnetState } from '../subnet.ts';
import type { World } from '../world.ts';
import { groupInstances } from './group-instances.ts';

/** Puts an instance into the world, Pending, in the zone where the group has fewest; undefined when no subnet has an address. */
export function createInstance(world: World, group: AutoScalingGroupState): Ec2InstanceState | undefined {
	const instances = groupInstances(world, group);
	const used = ({ subnetId }: SubnetState): number =>
		instances.filter((instance) => instance.subnetId === subnetId).length;
	const subnets = group.subnetIds
		.flatMap((id) => world.subnets.get(id) ?? [])
		.toSorted((one, other) => used(one) - used(other));
	for (const subnet of subnets) {
		const privateIpAddress = takeAddress(subnet);
		if (privateIpAddress === undefined) continue;
		const instance: Ec2InstanceState = {
			instanceId: `i-0${hex(world.random, 16)}`,
			instanceType: group.instanceType,
			// One image a region: ECS-optimized Amazon Linux.
			imageId: `ami-0${seedOf(group.region).toString(16).padStart(8, '0').repeat(2)}`,
			region: group.region,
			availabilityZone: subnet.availabilityZone,
			vpcId: subnet.vpcId,
			subnetId: subnet.subnetId,
			privateIpAddress,
			launchedAt: world.clock.now,
			state: 'pending',
			autoScalingGroupName: group.autoScalingGroupName,
			lifecycleState: 'Pending',
			protectedFromScaleIn: group.newInstancesProtectedFromScaleIn,
		};
		world.ec2Instances.set(instance.instanceId, instance);
		group.instanceIds.add(instance.instanceId);
		return instance;
	}
	return undefined;
}
