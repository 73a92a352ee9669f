import type { ServiceDeployment } from '../../model/deployment-history.ts';
import type { Action } from '../action.ts';
import { cannotTell } from '../cannot-tell.ts';
import { readCodeDeploySnapshot } from '../code-deploy/code-deploy-snapshot.ts';
import { followContinuedCodeDeploy } from '../code-deploy/continue-code-deploy.ts';
import { recoverContinue, recoverStop } from '../code-deploy/recover-code-deployment.ts';
import { look, sure } from '../look.ts';
import { readService } from '../read-service.ts';
import { followStop } from '../rollback/follow-stop.ts';
import { followContinued } from './follow-continued.ts';
import {
	planContinueDeployment,
	type ContinueDeploymentInput,
	type ContinueDeploymentSnapshot,
} from './plan-continue-deployment.ts';

/** Lets a deployment that waits for somebody go on, at a lifecycle hook or in CodeDeploy, or takes it back. */
export const continueDeployment: Action<ContinueDeploymentSnapshot, ContinueDeploymentInput> = {
	verb: 'continue-deployment',
	async read(aws, subject, _input, signal) {
		const [service, history] = await Promise.all([
			readService(aws, subject, signal),
			look(aws.serviceDeployments(subject.serviceArn, subject.clusterArn, signal)),
		]);
		if (service.deploymentController !== 'CODE_DEPLOY') return { service, history };
		return { service, history, codeDeploy: await readCodeDeploySnapshot(aws, subject, signal) };
	},
	plan: planContinueDeployment,
	recover(change, _before, after) {
		if (change.name === 'codedeploy:ContinueDeployment') return recoverContinue(change, after);
		if (change.name === 'codedeploy:StopDeployment') return recoverStop(change, after);
		if (change.name !== 'ecs:ContinueServiceDeployment') return undefined;
		const { serviceDeploymentArn, hookId, action } = change.input;
		const deployment = sure(after.history).find((one) => one.serviceDeploymentArn === serviceDeploymentArn);
		if (action === 'ROLLBACK') return isGoingBack(deployment) ? {} : undefined;
		const hook = deployment?.hooks?.find((one) => one.hookId === hookId);
		if (hook?.status === 'AWAITING_ACTION') return undefined;
		// Over without a word of who ended it: our answer, or its time.
		if (hook?.status !== 'SUCCEEDED') throw cannotTell(change.name);
		return {};
	},
	follow(plan, following, _answers, before) {
		if (plan.changes.some(({ name }) => name.startsWith('codedeploy:'))) {
			return followContinuedCodeDeploy(plan, following);
		}
		return plan.input.rollback ? followStop(plan, following) : followContinued(plan, following, before.service);
	},
};

function isGoingBack(deployment: ServiceDeployment | undefined): boolean {
	return deployment !== undefined && deployment.status.startsWith('ROLLBACK_');
}
