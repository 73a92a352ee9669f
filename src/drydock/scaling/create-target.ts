import { arnOf } from '../world/arn.ts';
import type { ScalableTargetState } from '../world/scaling.ts';
import type { ServiceState } from '../world/service.ts';
import type { World } from '../world/world.ts';

/** Application Auto Scaling user guide, service-linked roles. */
const SERVICE_LINKED_ROLE =
	'role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService';

/** Registers a service for scaling; it has no policies yet. */
export function createTarget(
	world: World,
	{ serviceArn, region }: ServiceState,
	capacity: { readonly min: number; readonly max: number; /** Epoch ms. */ readonly createdAt: number },
): ScalableTargetState {
	const resourceId = serviceArn.slice(serviceArn.indexOf(':service/') + 1);
	const target: ScalableTargetState = {
		resourceId,
		region,
		serviceArn,
		minCapacity: capacity.min,
		maxCapacity: capacity.max,
		suspended: { dynamicScalingIn: false, dynamicScalingOut: false, scheduledScaling: false },
		roleArn: arnOf(world, 'iam', '', SERVICE_LINKED_ROLE),
		createdAt: capacity.createdAt,
		policies: [],
		scheduledActions: [],
		activities: [],
		alarmsToldOf: new Set(),
	};
	world.scalableTargets.set(targetKey(region, resourceId), target);
	return target;
}

/** By which the world knows a target. */
export function targetKey(region: string, resourceId: string): string {
	return `${region}/${resourceId}`;
}
