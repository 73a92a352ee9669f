import { REGISTERED } from '../../aws/changes/change.ts';
import { registration } from '../../model/editable-task-definition.ts';
import { documentChanges } from '../../model/task-definition-diff.ts';
import type { Action } from '../action.ts';
import { followCodeDeploy } from '../code-deploy/follow-code-deploy.ts';
import { recoverCodeDeployment } from '../code-deploy/recover-code-deployment.ts';
import { sure } from '../look.ts';
import type { DeployInput } from './deploy-input.ts';
import type { DeploySnapshot } from './deploy-snapshot.ts';
import { followDeploy } from './follow-deploy.ts';
import { planDeploy } from './plan-deploy.ts';
import { readWithRoom } from './read-with-room.ts';

/** A new revision, an existing one, or the present one once more. */
export const deploy: Action<DeploySnapshot, DeployInput> = {
	verb: 'deploy',
	read: readWithRoom,
	plan: planDeploy,
	recover(change, before, after) {
		if (change.name === 'ecs:RegisterTaskDefinition') {
			const { document } = sure(after.newest);
			const isNew = document['taskDefinitionArn'] !== sure(before.newest).document['taskDefinitionArn'];
			if (!isNew) return undefined;
			const { tags: _, ...asked } = change.input;
			const isOurs = documentChanges(asked, registration({ document, tags: [] })).length === 0;
			return isOurs ? { taskDefinitionArn: String(document['taskDefinitionArn']) } : undefined;
		}
		if (change.name === 'codedeploy:CreateDeployment') return recoverCodeDeployment(change, before, after);
		if (change.name !== 'ecs:UpdateService') return undefined;
		const { service } = after;
		const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
		const wanted = change.input.taskDefinition ?? before.service.taskDefinition;
		const known = before.service.deployments.some(({ id }) => id === primary?.id);
		if (!primary || known || (wanted !== REGISTERED && primary.taskDefinition !== wanted)) return undefined;
		return { deploymentId: primary.id };
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
