import type { CreateServiceRequest, UpdateServiceRequest } from '@aws-sdk/client-ecs';
import { invalidParameter } from './refuse.ts';

/**
 * Refuses what AWS would do and drydock does not yet, instead of seeming to do it.
 * @throws {AwsFault} InvalidParameterException, in drydock's own words.
 */
export function refuseUnsimulated(input: Partial<CreateServiceRequest & UpdateServiceRequest>): void {
	const controller = input.deploymentController?.type;
	if (controller !== undefined && controller !== 'ECS') throw unsimulated(`the deployment controller ${controller}`);
	if (input.schedulingStrategy === 'DAEMON') throw unsimulated('the scheduling strategy DAEMON');
	if (input.launchType !== undefined && input.launchType !== 'FARGATE' && input.launchType !== 'EC2') {
		throw unsimulated(`the launch type ${input.launchType}`);
	}
}

function unsimulated(what: string): Error {
	return invalidParameter(`drydock does not simulate ${what} yet.`);
}
