import type * as codedeploy from '@aws-sdk/client-codedeploy';
import type { DeploymentGroup } from '../../model/code-deploy.ts';
import { defined } from './defined.ts';
import { list, requiredText, text } from './scalars.ts';
import { toSafety } from './to-safety.ts';

export function toDeploymentGroup(group: codedeploy.DeploymentGroupInfo, region: string): DeploymentGroup {
	const { alarmConfiguration: alarms } = group;
	return defined({
		...toSafety(group),
		region,
		applicationName: requiredText(group.applicationName),
		deploymentGroupName: requiredText(group.deploymentGroupName),
		deploymentConfigName: requiredText(group.deploymentConfigName),
		alarms: alarms?.enabled ? list(alarms.alarms).map(({ name }) => requiredText(name)) : [],
		lastDeploymentIds: [group.lastAttemptedDeployment, group.lastSuccessfulDeployment].flatMap(
			(last) => text(last?.deploymentId) ?? [],
		),
	});
}
