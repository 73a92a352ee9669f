import type { CreateDeploymentInput, CreateDeploymentOutput } from '@aws-sdk/client-codedeploy';
import { AwsFault } from '../../wire/handler.ts';
import { isOver } from '../../world/code-deploy/deployment.ts';
import { sha256 } from '../../world/code-deploy/sha256.ts';
import { startDeployment } from '../../world/code-deploy/start-deployment.ts';
import { knownConfig } from './deployment-configs.ts';
import { findApplication, findGroup, type Look } from './look.ts';
import { readAppSpec } from './read-app-spec.ts';

/**
 * Of revisions only AppSpecs that come with the call are simulated, not those in S3.
 * @throws {AwsFault} DeploymentLimitExceededException, worded as AWS words it (CircleCI-Public/aws-ecs-orb #181), and others
 */
export function createDeployment(look: Look, input: CreateDeploymentInput): CreateDeploymentOutput {
	const { applicationName, deploymentGroupName, deploymentConfigName, description } = input;
	const application = findApplication(look, applicationName);
	if (deploymentGroupName === undefined) {
		throw new AwsFault('DeploymentGroupNameRequiredException', 'The deployment group name was not specified.');
	}
	const group = findGroup(look, applicationName, deploymentGroupName);
	const { content, sha256: hash } = input.revision?.appSpecContent ?? {};
	if (content === undefined) {
		throw new AwsFault('RevisionRequiredException', 'The revision ID was not specified.');
	}
	const appSpec = readAppSpec(content);
	if (hash !== undefined && hash !== sha256(content)) {
		throw new AwsFault('InvalidRevisionException', 'The revision was specified in an invalid format.');
	}
	const underWay = group.deployments.find((deployment) => !isOver(deployment));
	if (underWay) {
		throw new AwsFault(
			'DeploymentLimitExceededException',
			`The Deployment Group '${deploymentGroupName}' already has an active Deployment '${underWay.deploymentId}'`,
		);
	}
	const { deploymentId } = startDeployment(look.world, application, group, {
		content,
		appSpec,
		...(deploymentConfigName !== undefined && { configName: knownConfig(deploymentConfigName) }),
		...(description !== undefined && { description }),
	});
	return { deploymentId };
}
