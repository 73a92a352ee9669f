import type { AutoScalingGroupState } from '../auto-scaling-group.ts';
import type { Ec2InstanceState } from '../ec2-instance.ts';
import type { World } from '../world.ts';
import { at } from './group-activity.ts';
import { liveInstances } from './group-instances.ts';
import { launchInstance } from './launch-instance.ts';
import { terminateInstance } from './terminate-instance.ts';

const DIFFERENCE = 'in response to a difference between desired and actual capacity';

/** Sets how many instances a group is to have, and begins to bring that about. `why` as Auto Scaling words causes. */
export function setDesiredCapacity(world: World, group: AutoScalingGroupState, desired: number, why: string): void {
	const before = group.desiredCapacity;
	if (desired === before) return;
	group.desiredCapacity = desired;
	reconcile(world, group, at(world, `${why} changing the desired capacity from ${before} to ${desired}`));
}

/** New bounds and a new count; what is left out stays, and the count is brought within the bounds. */
export type GroupSize = {
	readonly minSize?: number | undefined;
	readonly maxSize?: number | undefined;
	readonly desiredCapacity?: number | undefined;
};

/** What UpdateAutoScalingGroup does to a group's size. */
export function resizeGroup(world: World, group: AutoScalingGroupState, change: GroupSize): void {
	group.minSize = change.minSize ?? group.minSize;
	group.maxSize = change.maxSize ?? group.maxSize;
	const { minSize, maxSize } = group;
	const desired = Math.min(maxSize, Math.max(minSize, change.desiredCapacity ?? group.desiredCapacity));
	const bounds = `min: ${minSize}, max: ${maxSize}, desired: ${desired}`;
	setDesiredCapacity(world, group, desired, `a user request update of AutoScalingGroup constraints to ${bounds}`);
}

/** Launches what a group lacks, and takes away what it has too many; those protected from scale-in stay. */
export function reconcile(world: World, group: AutoScalingGroupState, why = ''): void {
	const { desiredCapacity } = group;
	const live = liveInstances(world, group);
	const cause = (what: string): string => [why, at(world, what)].filter((part) => part !== '').join('  ');
	const change = `capacity from ${live.length} to ${desiredCapacity}`;
	for (let count = live.length; count < desiredCapacity; count++) {
		launchInstance(world, group, cause(`an instance was started ${DIFFERENCE}, increasing the ${change}`));
	}
	for (const instance of surplus(live, live.length - desiredCapacity)) {
		const chosen = at(world, `instance ${instance.instanceId} was selected for termination`);
		const taken = cause(`an instance was taken out of service ${DIFFERENCE}, shrinking the ${change}`);
		terminateInstance(world, instance, `${taken}  ${chosen}`);
	}
}

/** Of the zone that has most the oldest first (Auto Scaling user guide, default termination policy). */
function surplus(live: readonly Ec2InstanceState[], count: number): Ec2InstanceState[] {
	const left = [...live];
	const chosen: Ec2InstanceState[] = [];
	while (chosen.length < count) {
		const inZone = ({ availabilityZone }: Ec2InstanceState): number =>
			left.filter((other) => other.availabilityZone === availabilityZone).length;
		const [next] = left
			.filter(({ protectedFromScaleIn }) => !protectedFromScaleIn)
			.toSorted((one, other) => inZone(other) - inZone(one));
		if (!next) break;
		left.splice(left.indexOf(next), 1);
		chosen.push(next);
	}
	return chosen;
}
