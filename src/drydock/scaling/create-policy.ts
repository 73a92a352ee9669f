import { arnOf } from '../world/arn.ts';
import { uuid } from '../world/random.ts';
import type { ScalableTargetState, ScalingPolicyState, TargetTrackingConfiguration } from '../world/scaling.ts';
import type { World } from '../world/world.ts';

/** Gives a target one more target-tracking policy, with the two alarms that AWS makes for it. */
export function createPolicy(
	world: World,
	{ resourceId, region, policies }: ScalableTargetState,
	policy: Pick<ScalingPolicyState, 'policyName' | 'createdAt'> & {
		readonly configuration: TargetTrackingConfiguration;
	},
): ScalingPolicyState {
	const path = `scalingPolicy:${uuid(world.random)}:resource/ecs/${resourceId}:policyName/${policy.policyName}`;
	const created: ScalingPolicyState = {
		...policy,
		policyArn: arnOf(world, 'autoscaling', region, path),
		alarmNames: ['High', 'Low'].map((side) => `TargetTracking-${resourceId}-Alarm${side}-${uuid(world.random)}`),
	};
	policies.push(created);
	return created;
}
