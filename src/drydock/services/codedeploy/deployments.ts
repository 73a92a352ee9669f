import type {
	BatchGetDeploymentsInput,
	BatchGetDeploymentsOutput,
	DeploymentInfo,
	GetDeploymentInput,
	GetDeploymentOutput,
	ListDeploymentsInput,
	ListDeploymentsOutput,
} from '@aws-sdk/client-codedeploy';
import type { CodeDeploymentState } from '../../world/code-deploy/deployment.ts';
import { date } from '../date.ts';
import { blueGreenShape, revisionShape, rollbackShape, STYLE } from './group-settings-shape.ts';
import {
	applicationsIn,
	checkBatch,
	deploymentNamed,
	findDeployment,
	findGroup,
	type FoundDeployment,
	type Look,
	page,
} from './look.ts';

/** Of a group, or of all; newest first. */
export function listDeployments(look: Look, input: ListDeploymentsInput): ListDeploymentsOutput {
	const { applicationName, deploymentGroupName, includeOnlyStatuses = [], createTimeRange } = input;
	const groups =
		applicationName === undefined
			? applicationsIn(look).flatMap((application) => [...application.groups.values()])
			: [findGroup(look, applicationName, deploymentGroupName)];
	const { start, end } = createTimeRange ?? {};
	const found = groups
		.flatMap(({ deployments }) => deployments)
		.filter(({ status }) => includeOnlyStatuses.length === 0 || includeOnlyStatuses.includes(status))
		.filter(({ createdAt }) => !(start && createdAt < start.getTime()) && !(end && createdAt > end.getTime()))
		.toSorted((one, other) => other.createdAt - one.createdAt);
	const { items, nextToken } = page(found, input.nextToken);
	return { deployments: items.map(({ deploymentId }) => deploymentId), nextToken };
}

/** @throws {AwsFault} DeploymentDoesNotExistException */
export function getDeployment(look: Look, input: GetDeploymentInput): GetDeploymentOutput {
	return { deploymentInfo: deploymentShape(findDeployment(look, input.deploymentId)) };
}

/** At most 25 a call (CodeDeploy API reference, BatchGetDeployments); those that are not there are left out. */
export function batchGetDeployments(look: Look, input: BatchGetDeploymentsInput): BatchGetDeploymentsOutput {
	const found = checkBatch(input.deploymentIds, 25).flatMap((id) => deploymentNamed(look, id) ?? []);
	return { deploymentsInfo: found.map(deploymentShape) };
}

function deploymentShape({ group, deployment }: FoundDeployment): DeploymentInfo {
	const { rollbackInfo, errorInformation, description } = deployment;
	return {
		applicationName: group.applicationName,
		deploymentGroupName: group.deploymentGroupName,
		deploymentConfigName: deployment.configName,
		deploymentId: deployment.deploymentId,
		revision: revisionShape(deployment),
		status: deployment.status,
		...(errorInformation && { errorInformation: errorInformation as NonNullable<DeploymentInfo['errorInformation']> }),
		createTime: date(deployment.createdAt),
		startTime: date(deployment.startedAt),
		completeTime: date(deployment.completedAt),
		deploymentOverview: overview(deployment),
		...(description !== undefined && { description }),
		creator: deployment.creator,
		ignoreApplicationStopFailures: false,
		autoRollbackConfiguration: rollbackShape(group),
		updateOutdatedInstancesOnly: false,
		...(rollbackInfo && { rollbackInfo }),
		deploymentStyle: STYLE,
		instanceTerminationWaitTimeStarted: deployment.terminationSince !== undefined,
		blueGreenDeploymentConfiguration: blueGreenShape(group),
		fileExistsBehavior: 'DISALLOW',
		deploymentStatusMessages: [],
		computePlatform: 'ECS',
	};
}

/** There is one target: the service. */
function overview({ status }: CodeDeploymentState): NonNullable<DeploymentInfo['deploymentOverview']> {
	const count = (...names: readonly string[]): number => Number(names.includes(status));
	return {
		Pending: count('Created'),
		InProgress: count('InProgress'),
		Succeeded: count('Succeeded'),
		Failed: count('Failed', 'Stopped'),
		Skipped: 0,
		Ready: count('Ready'),
	};
}
