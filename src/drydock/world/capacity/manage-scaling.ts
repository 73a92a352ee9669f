import type { CapacityProviderState } from '../capacity-provider.ts';
import { MINUTE, SECOND } from '../clock.ts';
import { seeded, seedOf, uuid } from '../random.ts';
import type { World } from '../world.ts';
import { liveInstances } from './group-instances.ts';
import { groupOf } from './provider-of.ts';
import { needOf, reservation } from './reservation.ts';
import { setDesiredCapacity } from './resize-group.ts';

/** The alarm for less waits for 15 data points, the one for more for one (AWS's blog, deep dive on ECS cluster auto scaling). */
const LOW_FOR = 15 * MINUTE;

/** What managed scaling does once a minute: keeps each capacity provider's reservation at its target. */
export function manageScaling(world: World): void {
	for (const provider of world.capacityProviders.values()) {
		if (provider.managedScaling.status !== 'ENABLED') continue;
		protectBusy(world, provider);
		scale(world, provider);
	}
}

function scale(world: World, provider: CapacityProviderState): void {
	const group = groupOf(world, provider);
	if (!group) return;
	const { now } = world.clock;
	const { targetCapacity, minimumScalingStepSize, maximumScalingStepSize, instanceWarmupPeriod } =
		provider.managedScaling;
	const need = needOf(world, provider);
	const percent = reservation(need);
	if (percent >= targetCapacity) delete provider.belowTargetSince;
	else provider.belowTargetSince ??= now;
	const wanted = Math.ceil((100 * need.needed) / targetCapacity);
	const bounded = (count: number): number => Math.min(group.maxSize, Math.max(group.minSize, count));
	const id = uuid(seeded(seedOf(provider.capacityProviderArn)));
	const why = (side: string): string =>
		`a monitor alarm TargetTracking-${group.autoScalingGroupName}-${side}-${id} in state ALARM triggered policy ECSManagedAutoScalingPolicy-${id}`;
	const isWarmingUp = liveInstances(world, group).some(
		({ launchedAt }) => now - launchedAt < instanceWarmupPeriod * SECOND,
	);
	if (percent > targetCapacity && !isWarmingUp) {
		const step = Math.min(maximumScalingStepSize, Math.max(minimumScalingStepSize, wanted - need.running));
		const desired = bounded(need.running + step);
		if (desired > group.desiredCapacity) setDesiredCapacity(world, group, desired, why('AlarmHigh'));
	} else if (provider.belowTargetSince !== undefined && now - provider.belowTargetSince >= LOW_FOR) {
		const desired = bounded(wanted);
		if (desired < group.desiredCapacity) setDesiredCapacity(world, group, desired, why('AlarmLow'));
	}
}

/** Managed termination protection: an instance with tasks is protected from scale-in, an empty one is not. */
function protectBusy(world: World, provider: CapacityProviderState): void {
	const group = groupOf(world, provider);
	if (!group || provider.managedTerminationProtection !== 'ENABLED') return;
	for (const instance of liveInstances(world, group)) {
		const container = world.containerInstances.get(instance.containerInstanceArn ?? '');
		instance.protectedFromScaleIn = container === undefined || container.taskArns.size > 0;
	}
}
