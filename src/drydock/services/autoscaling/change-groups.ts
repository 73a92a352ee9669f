import type {
	ActivityType,
	SetDesiredCapacityType,
	TerminateInstanceInAutoScalingGroupType,
	UpdateAutoScalingGroupType,
} from '@aws-sdk/client-auto-scaling';
import { at } from '../../world/capacity/group-activity.ts';
import { reconcile, resizeGroup, setDesiredCapacity as setDesired } from '../../world/capacity/resize-group.ts';
import { terminateInstance } from '../../world/capacity/terminate-instance.ts';
import { asActivity } from './describe-scaling-activities.ts';
import { groupNamed, invalid, type Look } from './look.ts';

/** @throws {AwsFault} ValidationError */
export function setDesiredCapacity(look: Look, input: SetDesiredCapacityType): object {
	const group = groupNamed(look, input.AutoScalingGroupName);
	const { DesiredCapacity: desired = group.desiredCapacity } = input;
	const { minSize, maxSize } = group;
	const bound = desired > maxSize ? `above max value ${maxSize}` : `below min value ${minSize}`;
	if (desired > maxSize || desired < minSize) {
		throw invalid(`New SetDesiredCapacity value ${desired} is ${bound} for the AutoScalingGroup.`);
	}
	setDesired(look.world, group, desired, 'a user request explicitly set group desired capacity');
	return {};
}

/** Of all members of the request those of the size alone do something. @throws {AwsFault} ValidationError */
export function updateAutoScalingGroup(look: Look, input: UpdateAutoScalingGroupType): object {
	const group = groupNamed(look, input.AutoScalingGroupName);
	const { MinSize: minSize = group.minSize, MaxSize: maxSize = group.maxSize, DesiredCapacity: desired } = input;
	if (maxSize < minSize) {
		throw invalid(`Max bound, ${maxSize}, must be greater than or equal to min bound, ${minSize}`);
	}
	if (desired !== undefined && (desired < minSize || desired > maxSize)) {
		throw invalid(
			`Desired capacity:${desired} must be between the specified min size:${minSize} and max size:${maxSize}`,
		);
	}
	resizeGroup(look.world, group, { minSize, maxSize, desiredCapacity: desired });
	return {};
}

/** The group replaces it, unless it is to have one less from now on. @throws {AwsFault} ValidationError */
export function terminateInstanceInAutoScalingGroup(
	look: Look,
	input: TerminateInstanceInAutoScalingGroupType,
): ActivityType {
	const { world, region } = look;
	const { InstanceId: id = '', ShouldDecrementDesiredCapacity: shrinks } = input;
	const instance = world.ec2Instances.get(id);
	if (instance?.region !== region || instance.lifecycleState.startsWith('Terminat')) {
		throw invalid(`Instance Id not found - No managed instance found for instance ID: ${id}`);
	}
	const group = groupNamed(look, instance.autoScalingGroupName);
	const { desiredCapacity: before, minSize } = group;
	if (shrinks && before <= minSize) {
		throw invalid(
			`Currently, desiredSize equals minSize (${minSize}). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.`,
		);
	}
	if (shrinks) group.desiredCapacity -= 1;
	const shrinking = shrinks ? `, shrinking the capacity from ${before} to ${before - 1}` : '';
	terminateInstance(
		world,
		instance,
		at(world, `instance ${id} was taken out of service in response to a user request${shrinking}`),
	);
	const [activity] = group.activities;
	reconcile(world, group);
	return activity ? { Activity: asActivity(group, activity) } : {};
}
