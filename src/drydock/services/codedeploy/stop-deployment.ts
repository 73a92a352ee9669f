import type { StopDeploymentInput, StopDeploymentOutput } from '@aws-sdk/client-codedeploy';
import { AwsFault } from '../../wire/handler.ts';
import { isOver } from '../../world/code-deploy/deployment.ts';
import { end } from '../../world/code-deploy/end-deployment.ts';
import { findDeployment, type Look } from './look.ts';

/** @throws {AwsFault} DeploymentDoesNotExistException, DeploymentAlreadyCompletedException in the words of its API reference */
export function stopDeployment(look: Look, input: StopDeploymentInput): StopDeploymentOutput {
	const { group, deployment } = findDeployment(look, input.deploymentId);
	if (isOver(deployment)) {
		throw new AwsFault('DeploymentAlreadyCompletedException', 'The deployment is already complete.');
	}
	end(look.world, group, deployment, 'Stopped', { code: 'MANUAL_STOP' }, input.autoRollbackEnabled);
	return { status: 'Succeeded' };
}
