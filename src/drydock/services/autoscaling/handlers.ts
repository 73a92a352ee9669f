import type { Handlers } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { answering } from '../answering.ts';
import * as change from './change-groups.ts';
import { describeAutoScalingGroups, describeAutoScalingInstances } from './describe-groups.ts';
import { describeScalingActivities } from './describe-scaling-activities.ts';
import type { Look } from './look.ts';

/** Amazon EC2 Auto Scaling over the groups of a world. */
export function autoScalingHandlers(world: World): Handlers {
	const on = answering(({ region }): Look => ({ world, region }));
	return {
		DescribeAutoScalingGroups: on(describeAutoScalingGroups),
		DescribeAutoScalingInstances: on(describeAutoScalingInstances),
		DescribeScalingActivities: on(describeScalingActivities),
		SetDesiredCapacity: on(change.setDesiredCapacity),
		UpdateAutoScalingGroup: on(change.updateAutoScalingGroup),
		TerminateInstanceInAutoScalingGroup: on(change.terminateInstanceInAutoScalingGroup),
	};
}
