import type * as codedeploy from '@aws-sdk/client-codedeploy';
import type { DeploymentGroup } from '../../model/code-deploy.ts';
import { defined } from './defined.ts';
import { list, requiredText, text, texts } from './scalars.ts';

/** What is left out is CodeDeploy's default: no wait before the traffic, no rollback (CodeDeploy API reference). */
export function toDeploymentGroup(group: codedeploy.DeploymentGroupInfo, region: string): DeploymentGroup {
	const { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: blue } =
		group.blueGreenDeploymentConfiguration ?? {};
	const { autoRollbackConfiguration: rollback, alarmConfiguration: alarms } = group;
	return defined({
		region,
		applicationName: requiredText(group.applicationName),
		deploymentGroupName: requiredText(group.deploymentGroupName),
		deploymentConfigName: requiredText(group.deploymentConfigName),
		readyWait: ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? (ready.waitTimeInMinutes ?? 0) : undefined,
		terminationWait: blue?.action === 'KEEP_ALIVE' ? undefined : (blue?.terminationWaitTimeInMinutes ?? 0),
		rollbackOn: rollback?.enabled ? texts(rollback.events) : [],
		alarms: alarms?.enabled ? list(alarms.alarms).map(({ name }) => requiredText(name)) : [],
		lastDeploymentIds: [group.lastAttemptedDeployment, group.lastSuccessfulDeployment].flatMap(
			(last) => text(last?.deploymentId) ?? [],
		),
	});
}
