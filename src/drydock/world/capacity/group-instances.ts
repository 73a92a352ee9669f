import type { AutoScalingGroupState } from '../auto-scaling-group.ts';
import type { Ec2InstanceState } from '../ec2-instance.ts';
import type { World } from '../world.ts';

/** The instances of a group, oldest first: those that are on their way out, too. */
export function groupInstances(world: World, { instanceIds }: AutoScalingGroupState): Ec2InstanceState[] {
	return [...instanceIds].flatMap((id) => world.ec2Instances.get(id) ?? []);
}

/** Those that count as capacity. */
export function liveInstances(world: World, group: AutoScalingGroupState): Ec2InstanceState[] {
	return groupInstances(world, group).filter(({ lifecycleState }) => !lifecycleState.startsWith('Terminat'));
}
