import type { AutoScalingGroupState, GroupActivityState } from '../auto-scaling-group.ts';
import { SECOND } from '../clock.ts';
import type { Ec2InstanceState } from '../ec2-instance.ts';
import { uuid } from '../random.ts';
import type { World } from '../world.ts';

/** Begins the activity that tells of an instance, in Auto Scaling's words. */
export function beginActivity(
	world: World,
	group: AutoScalingGroupState,
	what: 'Launching a new' | 'Terminating',
	{ instanceId, subnetId, availabilityZone }: Ec2InstanceState,
	cause: string,
): GroupActivityState {
	const activity: GroupActivityState = {
		activityId: uuid(world.random),
		description: `${what} EC2 instance: ${instanceId}`,
		cause,
		details: JSON.stringify({ 'Subnet ID': subnetId, 'Availability Zone': availabilityZone }),
		startedAt: world.clock.now,
		statusCode: 'InProgress',
	};
	group.activities.unshift(activity);
	return activity;
}

export function endActivity({ clock }: World, activity: GroupActivityState): void {
	activity.endedAt = clock.now;
	activity.statusCode = 'Successful';
}

/** `At 2026-11-20T12:00:00Z <what>` */
export function at({ clock }: World, what: string): string {
	const time = new Date(clock.now - (clock.now % SECOND)).toISOString().replace('.000', '');
	return `At ${time} ${what}.`;
}
