import type { Action } from '../action.ts';
import { followCodeDeploy } from '../code-deploy/follow-code-deploy.ts';
import { recoverCodeDeployment } from '../code-deploy/recover-code-deployment.ts';
import type { DeployInput } from './deploy-input.ts';
import type { DeploySnapshot } from './deploy-snapshot.ts';
import { followDeploy } from './follow-deploy.ts';
import { planDeploy } from './plan-deploy.ts';
import { readWithRoom } from './read-with-room.ts';
import { recoverDeployment, recoverRevision } from './recover-deployment.ts';

/** A new revision, an existing one, or the present one once more. */
export const deploy: Action<DeploySnapshot, DeployInput> = {
	verb: 'deploy',
	read: readWithRoom,
	plan: planDeploy,
	recover(change, before, after) {
		switch (change.name) {
			case 'ecs:RegisterTaskDefinition':
				return recoverRevision(change, before, after);
			case 'ecs:UpdateService':
				return recoverDeployment(change, before, after);
			case 'codedeploy:CreateDeployment':
				return recoverCodeDeployment(change, before, after);
			default:
				return undefined;
		}
	},
	follow(plan, following, answers, before) {
		if (plan.changes.some(({ name }) => name === 'codedeploy:CreateDeployment')) {
			return followCodeDeploy(plan, following, answers);
		}
		if (plan.changes.length > 0) return followDeploy(plan, following, answers, before);
		// What is under way counts as begun after that.
		const nothing = { service: { ...before.service, deployments: [] }, history: { value: [] } };
		return followDeploy(plan, following, answers, nothing);
	},
};
