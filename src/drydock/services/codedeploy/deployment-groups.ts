import type {
	BatchGetDeploymentGroupsInput,
	BatchGetDeploymentGroupsOutput,
	DeploymentGroupInfo,
	GetDeploymentGroupInput,
	GetDeploymentGroupOutput,
	LastDeploymentInfo,
	ListDeploymentGroupsInput,
	ListDeploymentGroupsOutput,
} from '@aws-sdk/client-codedeploy';
import { arnOf, nameOf } from '../../world/arn.ts';
import type { DeploymentGroupState } from '../../world/code-deploy/application.ts';
import type { CodeDeploymentState } from '../../world/code-deploy/deployment.ts';
import { serviceBehind } from '../../world/code-deploy/service-behind.ts';
import { date } from '../date.ts';
import { blueGreenShape, rollbackShape, revisionShape, STYLE } from './group-settings-shape.ts';
import { checkBatch, findApplication, findGroup, type Look, page } from './look.ts';

export function listDeploymentGroups(look: Look, input: ListDeploymentGroupsInput): ListDeploymentGroupsOutput {
	const { applicationName, groups } = findApplication(look, input.applicationName);
	const { items, nextToken } = page([...groups.keys()], input.nextToken);
	return { applicationName, deploymentGroups: [...items], nextToken };
}

export function getDeploymentGroup(look: Look, input: GetDeploymentGroupInput): GetDeploymentGroupOutput {
	return { deploymentGroupInfo: groupShape(look, findGroup(look, input.applicationName, input.deploymentGroupName)) };
}

/** At most 100 a call (CodeDeploy API reference, BatchGetDeploymentGroups). */
export function batchGetDeploymentGroups(
	look: Look,
	input: BatchGetDeploymentGroupsInput,
): BatchGetDeploymentGroupsOutput {
	const names = checkBatch(input.deploymentGroupNames, 100);
	return {
		deploymentGroupsInfo: names.map((name) => groupShape(look, findGroup(look, input.applicationName, name))),
	};
}

function groupShape({ world }: Look, group: DeploymentGroupState): DeploymentGroupInfo {
	const { serviceName, clusterArn, region } = serviceBehind(world, group);
	const [attempted] = group.deployments;
	const succeeded = group.deployments.find(({ status }) => status === 'Succeeded');
	const listeners = [...world.loadBalancers.values()].filter((balancer) => balancer.region === region);
	return {
		applicationName: group.applicationName,
		deploymentGroupId: group.deploymentGroupId,
		deploymentGroupName: group.deploymentGroupName,
		deploymentConfigName: group.configName,
		serviceRoleArn: arnOf(world, 'iam', '', 'role/ecsCodeDeployRole'),
		...(succeeded && {
			targetRevision: revisionShape(succeeded),
			lastSuccessfulDeployment: lastShape(succeeded),
		}),
		...(attempted && { lastAttemptedDeployment: lastShape(attempted) }),
		triggerConfigurations: [],
		alarmConfiguration: { enabled: false, ignorePollAlarmFailure: false, alarms: [] },
		autoRollbackConfiguration: rollbackShape(group),
		deploymentStyle: STYLE,
		outdatedInstancesStrategy: 'UPDATE',
		blueGreenDeploymentConfiguration: blueGreenShape(group),
		loadBalancerInfo: {
			targetGroupPairInfoList: [
				{
					targetGroups: group.targetGroupArns.map((arn) => ({ name: targetGroupName(arn) })),
					prodTrafficRoute: {
						listenerArns: listeners
							.slice(0, 1)
							.map(
								({ loadBalancerArn }) =>
									`${loadBalancerArn.replace(':loadbalancer/', ':listener/')}/${loadBalancerArn.slice(-16)}`,
							),
					},
				},
			],
		},
		computePlatform: 'ECS',
		ecsServices: [{ serviceName, clusterName: nameOf(clusterArn) }],
		terminationHookEnabled: false,
	};
}

/** `arn:…:targetgroup/checkout/73e2…` -> `checkout` */
export function targetGroupName(arn: string): string {
	return arn.split('/')[1] ?? arn;
}

function lastShape({ deploymentId, status, completedAt, createdAt }: CodeDeploymentState): LastDeploymentInfo {
	return { deploymentId, status, endTime: date(completedAt), createTime: date(createdAt) };
}
