import type { Handlers } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { answering } from '../answering.ts';
import type { Look } from './look.ts';
import { deregisterScalableTarget, describeScalableTargets, registerScalableTarget } from './scalable-targets.ts';
import { describeScalingActivities } from './scaling-activities.ts';
import { deleteScalingPolicy, describeScalingPolicies, putScalingPolicy } from './scaling-policies.ts';
import { deleteScheduledAction, describeScheduledActions, putScheduledAction } from './scheduled-actions.ts';

/** Application Auto Scaling for the services of a world. */
export function applicationAutoScalingHandlers(world: World): Handlers {
	const on = answering(({ region }): Look => ({ world, region }));
	return {
		DescribeScalableTargets: on(describeScalableTargets),
		RegisterScalableTarget: on(registerScalableTarget),
		DeregisterScalableTarget: on(deregisterScalableTarget),
		DescribeScalingPolicies: on(describeScalingPolicies),
		PutScalingPolicy: on(putScalingPolicy),
		DeleteScalingPolicy: on(deleteScalingPolicy),
		DescribeScheduledActions: on(describeScheduledActions),
		PutScheduledAction: on(putScheduledAction),
		DeleteScheduledAction: on(deleteScheduledAction),
		DescribeScalingActivities: on(describeScalingActivities),
	};
}
