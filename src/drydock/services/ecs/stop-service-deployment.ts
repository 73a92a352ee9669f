import type { StopServiceDeploymentRequest, StopServiceDeploymentResponse } from '@aws-sdk/client-ecs';
import { AwsFault } from '../../wire/handler.ts';
import { requestRollback } from '../../world/scheduler/request-rollback.ts';
import { isUnderWay } from '../../world/shifting/is-shifting.ts';
import type { World } from '../../world/world.ts';
import { findServiceDeployment } from './find-service-deployment.ts';
import { invalidParameter } from './refuse.ts';

/**
 * Rolls back an unfinished service deployment; one that goes back already goes on (ECS developer guide, stopping service
 * deployments). ABORT is in the API's enumeration, but its documentation lists ROLLBACK only.
 * @throws {AwsFault} ServiceDeploymentNotFoundException, ConflictException, InvalidParameterException
 */
export function stopServiceDeployment(
	world: World,
	input: StopServiceDeploymentRequest,
): StopServiceDeploymentResponse {
	const arn = input.serviceDeploymentArn ?? '';
	if (input.stopType !== undefined && input.stopType !== 'ROLLBACK') {
		throw invalidParameter(`Unsupported stop type: ${input.stopType}`);
	}
	const { service, rollout } = findServiceDeployment(world, arn);
	if (!isUnderWay(rollout)) {
		// AWS's own words for this are not known.
		throw new AwsFault('ConflictException', 'The service deployment has already finished.');
	}
	requestRollback(world, service, rollout);
	return { serviceDeploymentArn: arn };
}
