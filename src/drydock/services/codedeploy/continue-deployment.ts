import type { ContinueDeploymentInput } from '@aws-sdk/client-codedeploy';
import { AwsFault } from '../../wire/handler.ts';
import { isOver } from '../../world/code-deploy/deployment.ts';
import { finish } from '../../world/code-deploy/proceed.ts';
import { findDeployment, type Look } from './look.ts';

/**
 * Ends a wait: READY_WAIT begins to move the traffic, TERMINATION_WAIT takes the old tasks away.
 * @throws {AwsFault} in the words of the API reference, where what AWS says in the case is not known
 */
export function continueDeployment(look: Look, input: ContinueDeploymentInput): object {
	const { group, deployment } = findDeployment(look, input.deploymentId);
	if (isOver(deployment)) {
		throw new AwsFault('DeploymentAlreadyCompletedException', 'The deployment is already complete.');
	}
	const { deploymentWaitType: wait = 'READY_WAIT' } = input;
	if (wait !== 'READY_WAIT' && wait !== 'TERMINATION_WAIT') {
		throw new AwsFault('InvalidDeploymentWaitTypeException', 'The wait type is invalid.');
	}
	if (wait === 'TERMINATION_WAIT') {
		if (deployment.terminationSince === undefined) throw notReady();
		finish(look.world, group, deployment);
		return {};
	}
	if (deployment.status !== 'Ready') throw notReady();
	deployment.status = 'InProgress';
	return {};
}

function notReady(): AwsFault {
	return new AwsFault(
		'DeploymentIsNotInReadyStateException',
		"The deployment does not have a status of Ready and can't continue yet.",
	);
}
