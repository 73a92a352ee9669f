import type { ChangeName } from '../../aws/changes/change.ts';
import type { Action } from '../action.ts';
import { followCodeDeploy } from '../code-deploy/follow-code-deploy.ts';
import { followCodeDeployStop } from '../code-deploy/follow-code-deploy-stop.ts';
import { recoverStop } from '../code-deploy/recover-code-deployment.ts';
import { deploy } from '../deploy/deploy.ts';
import type { DeploySnapshot } from '../deploy/deploy-snapshot.ts';
import { followDeploy } from '../deploy/follow-deploy.ts';
import { sure } from '../look.ts';
import { followStop } from './follow-stop.ts';
import { isUnderWay } from './is-under-way.ts';
import { planRollback } from './plan-rollback.ts';
import type { RollbackInput } from './rollback-input.ts';
import { readRollbackSnapshot } from './rollback-snapshot.ts';

/** Stops a deployment that is under way, or goes back to the last revision that succeeded: not the number before, which may be a failed build. */
export const rollback: Action<DeploySnapshot, RollbackInput> = {
	verb: 'rollback',
	read: readRollbackSnapshot,
	plan: planRollback,
	recover(change, before, after) {
		if (change.name === 'codedeploy:StopDeployment') return recoverStop(change, after);
		if (change.name !== 'ecs:StopServiceDeployment') return deploy.recover(change, before, after);
		const arn = change.input.serviceDeploymentArn;
		const stopped = sure(after.history).find(({ serviceDeploymentArn }) => serviceDeploymentArn === arn);
		return stopped && !isUnderWay(stopped) ? {} : undefined;
	},
	follow(plan, following, answers, before) {
		const does = (stop: ChangeName) => plan.changes.some(({ name }) => name === stop);
		if (does('codedeploy:StopDeployment')) return followCodeDeployStop(plan, following);
		if (does('ecs:StopServiceDeployment')) return followStop(plan, following);
		if (does('codedeploy:CreateDeployment')) return followCodeDeploy(plan, following, answers);
		return followDeploy(plan, following, answers, before);
	},
};
