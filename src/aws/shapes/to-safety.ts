import type * as codedeploy from '@aws-sdk/client-codedeploy';
import type { CodeDeploySafety } from '../../model/code-deploy.ts';
import { defined } from './defined.ts';
import { texts } from './scalars.ts';

/** What is left out is CodeDeploy's default: no wait before the traffic, no rollback (CodeDeploy API reference). */
export function toSafety({
	blueGreenDeploymentConfiguration,
	autoRollbackConfiguration: rollback,
}: Pick<
	codedeploy.DeploymentInfo,
	'blueGreenDeploymentConfiguration' | 'autoRollbackConfiguration'
>): CodeDeploySafety {
	const { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: blue } =
		blueGreenDeploymentConfiguration ?? {};
	return defined({
		readyWait: ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? (ready.waitTimeInMinutes ?? 0) : undefined,
		terminationWait: blue?.action === 'KEEP_ALIVE' ? undefined : (blue?.terminationWaitTimeInMinutes ?? 0),
		rollbackOn: rollback?.enabled ? texts(rollback.events) : [],
	});
}
