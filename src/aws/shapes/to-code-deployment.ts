import type * as codedeploy from '@aws-sdk/client-codedeploy';
import type { CodeDeployment } from '../../model/code-deploy.ts';
import { defined } from './defined.ts';
import { epochMs, requiredText, text } from './scalars.ts';
import { toSafety } from './to-safety.ts';

export function toCodeDeployment(deployment: codedeploy.DeploymentInfo): CodeDeployment {
	const { errorInformation, rollbackInfo, revision } = deployment;
	return defined({
		...toSafety(deployment),
		deploymentId: requiredText(deployment.deploymentId),
		deploymentConfigName: text(deployment.deploymentConfigName),
		status: requiredText(deployment.status),
		creator: requiredText(deployment.creator),
		createdAt: epochMs(deployment.createTime),
		completedAt: epochMs(deployment.completeTime),
		errorCode: text(errorInformation?.code),
		errorMessage: text(errorInformation?.message),
		rollbackDeploymentId: text(rollbackInfo?.rollbackDeploymentId),
		rollbackMessage: text(rollbackInfo?.rollbackMessage),
		terminationWaitStarted: deployment.instanceTerminationWaitTimeStarted ?? false,
		revisionType: text(revision?.revisionType),
		sha256: text(revision?.appSpecContent?.sha256),
	});
}
