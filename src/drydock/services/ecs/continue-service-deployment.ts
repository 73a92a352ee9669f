import type { ContinueServiceDeploymentRequest, ContinueServiceDeploymentResponse } from '@aws-sdk/client-ecs';
import { continueShift } from '../../world/shifting/continue-shift.ts';
import { isUnderWay } from '../../world/shifting/is-shifting.ts';
import type { World } from '../../world/world.ts';
import { findServiceDeployment } from './find-service-deployment.ts';
import { invalidParameter } from './refuse.ts';

/**
 * Lets a deployment that waits at a PAUSE hook go on, unless asked to roll it back. The words of its refusals are those
 * of the ECS developer guide (troubleshooting blue/green deployments).
 * @throws {AwsFault} ServiceDeploymentNotFoundException, InvalidParameterException
 */
export function continueServiceDeployment(
	world: World,
	input: ContinueServiceDeploymentRequest,
): ContinueServiceDeploymentResponse {
	const { serviceDeploymentArn = '', hookId = '', action = 'CONTINUE' } = input;
	if (!/^ecs-[a-z]+-[A-Za-z0-9_-]+$/.test(hookId)) {
		throw invalidParameter('Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}');
	}
	const { service, rollout } = findServiceDeployment(world, serviceDeploymentArn);
	if (!isUnderWay(rollout)) {
		throw invalidParameter('Continuing a service deployment is not allowed for service deployment in terminal states.');
	}
	if (!continueShift(world, service, rollout, { hookId, action })) {
		throw invalidParameter(
			'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
		);
	}
	return { serviceDeploymentArn };
}
