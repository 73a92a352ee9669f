import type {
	AutoRollbackConfiguration,
	BlueGreenDeploymentConfiguration,
	DeploymentStyle,
	RevisionLocation,
} from '@aws-sdk/client-codedeploy';
import type { DeploymentGroupState } from '../../world/code-deploy/application.ts';
import type { CodeDeploymentState } from '../../world/code-deploy/deployment.ts';

/** How every ECS deployment goes (CodeDeploy user guide, "Deployments on an Amazon ECS compute platform"). */
export const STYLE: DeploymentStyle = { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' };

export function blueGreenShape(group: DeploymentGroupState): BlueGreenDeploymentConfiguration {
	return {
		terminateBlueInstancesOnDeploymentSuccess: {
			action: 'TERMINATE',
			terminationWaitTimeInMinutes: group.terminationWait,
		},
		deploymentReadyOption:
			group.readyWait === undefined
				? { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
				: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: group.readyWait },
	};
}

export function rollbackShape({ rollback }: DeploymentGroupState): AutoRollbackConfiguration {
	return { enabled: rollback, events: rollback ? ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST'] : [] };
}

/** Without the content, which only GetApplicationRevision tells. */
export function revisionShape({ sha256 }: CodeDeploymentState): RevisionLocation {
	return { revisionType: 'AppSpecContent', appSpecContent: { sha256 } };
}
