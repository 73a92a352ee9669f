import type * as codedeploy from '@aws-sdk/client-codedeploy';
import { expect, test } from 'vitest';
import { AwsFault } from '../../../src/drydock/wire/handler.ts';
import { awsOver, REGION } from '../aws-over.ts';

const WEB = { region: REGION, clusterName: 'prod', serviceName: 'web' };

function group(deploymentGroupName: string, serviceName: string): codedeploy.DeploymentGroupInfo {
	return { applicationName: 'shop', deploymentGroupName, ecsServices: [{ clusterName: 'prod', serviceName }] };
}

const notThere = () => {
	throw new AwsFault('ApplicationDoesNotExistException', 'No application found for name: AppECS-prod-web');
};

/** Applications `app-0` … of which the even ones are for ECS, `shop` with two pages of groups among them. */
function applications() {
	const names = [...Array.from({ length: 150 }, (_, index) => `app-${index}`), 'shop'];
	return {
		GetDeploymentGroup: notThere,
		ListApplications: ({ nextToken = '0' }: codedeploy.ListApplicationsInput) => {
			const end = Number(nextToken) + 100;
			return {
				applications: names.slice(Number(nextToken), end),
				...(end < names.length ? { nextToken: String(end) } : {}),
			};
		},
		BatchGetApplications: ({ applicationNames = [] }: codedeploy.BatchGetApplicationsInput) => ({
			applicationsInfo: applicationNames.map((applicationName) => ({
				applicationName,
				computePlatform: applicationName === 'shop' ? 'ECS' : 'Server',
			})),
		}),
		ListDeploymentGroups: ({ nextToken }: codedeploy.ListDeploymentGroupsInput) =>
			nextToken ? { deploymentGroups: ['second'] } : { deploymentGroups: ['first'], nextToken: 'more' },
		BatchGetDeploymentGroups: () => ({ deploymentGroupsInfo: [group('first', 'api'), group('second', 'web')] }),
	};
}

test("the group of the console's names is found in one call", async () => {
	const conventional = { ...group('DgpECS-prod-web', 'web'), applicationName: 'AppECS-prod-web' };
	const { aws, operations } = awsOver({
		codedeploy: { GetDeploymentGroup: () => ({ deploymentGroupInfo: conventional }) },
	});
	expect(await aws.deploymentGroups(WEB)).toMatchObject([{ deploymentGroupName: 'DgpECS-prod-web' }]);
	expect(operations()).toEqual(['GetDeploymentGroup']);
});

test('another name is searched for in all applications for ECS, to the last page', async () => {
	const { aws, operations } = awsOver({ codedeploy: applications() });
	expect(await aws.deploymentGroups(WEB)).toMatchObject([{ applicationName: 'shop', deploymentGroupName: 'second' }]);
	expect(operations().filter((operation) => operation === 'ListDeploymentGroups')).toHaveLength(2);
});

test('what was searched for is remembered: the next time it is one call', async () => {
	const all = applications();
	const { aws, operations } = awsOver({
		codedeploy: {
			...all,
			GetDeploymentGroup: ({ applicationName }: codedeploy.GetDeploymentGroupInput) =>
				applicationName === 'shop' ? { deploymentGroupInfo: group('second', 'web') } : notThere(),
		},
	});
	await aws.deploymentGroups(WEB);
	const first = operations().length;
	expect(await aws.deploymentGroups(WEB)).toMatchObject([{ applicationName: 'shop', deploymentGroupName: 'second' }]);
	expect(operations().slice(first)).toEqual(['GetDeploymentGroup']);
});

test('a group of the right name for another service is not taken', async () => {
	const other = { ...group('DgpECS-prod-web', 'api'), applicationName: 'AppECS-prod-web' };
	const { aws } = awsOver({
		codedeploy: { ...applications(), GetDeploymentGroup: () => ({ deploymentGroupInfo: other }) },
	});
	expect(await aws.deploymentGroups(WEB)).toMatchObject([{ deploymentGroupName: 'second' }]);
});

test('where it waits, what it rolls back and which alarms stop it is told', async () => {
	const settings: codedeploy.DeploymentGroupInfo = {
		...group('DgpECS-prod-web', 'web'),
		deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
		blueGreenDeploymentConfiguration: {
			deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 60 },
			terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 5 },
		},
		autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
		alarmConfiguration: { enabled: true, alarms: [{ name: 'web-5xx' }] },
		lastAttemptedDeployment: { deploymentId: 'd-2' },
		lastSuccessfulDeployment: { deploymentId: 'd-1' },
	};
	const { aws } = awsOver({ codedeploy: { GetDeploymentGroup: () => ({ deploymentGroupInfo: settings }) } });
	expect(await aws.deploymentGroups(WEB)).toEqual([
		{
			region: REGION,
			applicationName: 'shop',
			deploymentGroupName: 'DgpECS-prod-web',
			deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
			readyWait: 60,
			terminationWait: 5,
			rollbackOn: ['DEPLOYMENT_FAILURE'],
			alarms: ['web-5xx'],
			lastDeploymentIds: ['d-2', 'd-1'],
		},
	]);
});

test('a group that keeps the old tasks has no end of its wait', async () => {
	const keeps: codedeploy.DeploymentGroupInfo = {
		...group('DgpECS-prod-web', 'web'),
		blueGreenDeploymentConfiguration: { terminateBlueInstancesOnDeploymentSuccess: { action: 'KEEP_ALIVE' } },
	};
	const { aws } = awsOver({ codedeploy: { GetDeploymentGroup: () => ({ deploymentGroupInfo: keeps }) } });
	const [found] = await aws.deploymentGroups(WEB);
	expect(found).not.toHaveProperty('terminationWait');
	expect(found).not.toHaveProperty('readyWait');
});
