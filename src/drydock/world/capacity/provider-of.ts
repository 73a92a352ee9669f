import { type AutoScalingGroupState, capacityKey } from '../auto-scaling-group.ts';
import type { CapacityProviderState } from '../capacity-provider.ts';
import type { World } from '../world.ts';

/** The capacity provider over a group; undefined where its instances serve the launch type EC2 alone. */
export function providerOf(
	world: World,
	{ region, autoScalingGroupName }: Pick<AutoScalingGroupState, 'region' | 'autoScalingGroupName'>,
): CapacityProviderState | undefined {
	return [...world.capacityProviders.values()].find(
		(provider) => provider.region === region && provider.autoScalingGroupName === autoScalingGroupName,
	);
}

/** The group under a capacity provider, as long as it is there. */
export function groupOf(
	world: World,
	{ region, autoScalingGroupName }: CapacityProviderState,
): AutoScalingGroupState | undefined {
	return world.autoScalingGroups.get(capacityKey(region, autoScalingGroupName));
}
