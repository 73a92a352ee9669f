import type { Action } from '../action.ts';
import { deploy } from '../deploy/deploy.ts';
import { readDeploySnapshot, type DeploySnapshot } from '../deploy/deploy-snapshot.ts';
import { followDeploy } from '../deploy/follow-deploy.ts';
import { planEnableExec, type EnableExecInput } from './plan-enable-exec.ts';

/** ECS Exec on or off: a deployment of the same revision. */
export const enableExec: Action<DeploySnapshot, EnableExecInput> = {
	verb: 'enable-exec',
	read: (aws, subject, _input, signal) => readDeploySnapshot(aws, subject, {}, signal),
	plan: planEnableExec,
	recover(change, before, after) {
		if (change.name !== 'ecs:UpdateService') return undefined;
		const isSet = after.service.enableExecuteCommand === change.input.enableExecuteCommand;
		return isSet ? deploy.recover(change, before, after) : undefined;
	},
	follow: followDeploy,
};
