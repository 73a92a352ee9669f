import * as codedeploy from '@aws-sdk/client-codedeploy';
import { DescribeServicesCommand, DescribeTaskDefinitionCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import { openShop } from '../open-shop.ts';

type Shop = ReturnType<typeof openShop>;

const GIFTS = { applicationName: 'AppECS-prod-gift-cards', deploymentGroupName: 'DgpECS-prod-gift-cards' };
const WALLET = { applicationName: 'shop-payments', deploymentGroupName: 'DgpECS-prod-wallet' };
const LOYALTY = { applicationName: 'AppECS-prod-loyalty', deploymentGroupName: 'DgpECS-prod-loyalty' };

async function deployments({ codeDeploy }: Shop, of: typeof GIFTS) {
	const { deployments: ids = [] } = await codeDeploy.send(new codedeploy.ListDeploymentsCommand(of));
	const { deploymentsInfo = [] } = await codeDeploy.send(
		new codedeploy.BatchGetDeploymentsCommand({ deploymentIds: ids }),
	);
	return deploymentsInfo;
}

async function newest(shop: Shop, of: typeof GIFTS) {
	const [first] = await deployments(shop, of);
	if (first?.deploymentId === undefined) throw new Error('there is no deployment');
	return { ...first, deploymentId: first.deploymentId };
}

async function serviceOf({ ecs }: Shop, name: string) {
	const { services } = await ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: [name] }));
	const [service] = services ?? [];
	if (!service) throw new Error(`there is no ${name}`);
	return service;
}

async function targetOf({ codeDeploy }: Shop, deploymentId: string, service: string) {
	const { targetIds = [] } = await codeDeploy.send(new codedeploy.ListDeploymentTargetsCommand({ deploymentId }));
	expect(targetIds).toEqual([`prod:${service}`]);
	const [targetId = ''] = targetIds;
	const { deploymentTarget } = await codeDeploy.send(
		new codedeploy.GetDeploymentTargetCommand({ deploymentId, targetId }),
	);
	return deploymentTarget?.ecsTarget ?? {};
}

async function deployAgain(shop: Shop, of: typeof GIFTS, family: string) {
	const { taskDefinition } = await shop.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: family }));
	const content = JSON.stringify({
		version: 1,
		Resources: [
			{
				TargetService: {
					Type: 'AWS::ECS::Service',
					Properties: {
						TaskDefinition: taskDefinition?.taskDefinitionArn,
						LoadBalancerInfo: { ContainerName: family, ContainerPort: 8080 },
					},
				},
			},
		],
	});
	return shop.codeDeploy.send(
		new codedeploy.CreateDeploymentCommand({
			...of,
			revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
		}),
	);
}

const weights = ({ taskSetsInfo = [] }: codedeploy.ECSTarget) =>
	taskSetsInfo.map(({ status, trafficWeight }) => `${status} ${trafficWeight}`);

describe('a service that CodeDeploy deploys', () => {
	test('has task sets, and no deployments of its own', async () => {
		const service = await serviceOf(openShop('code-deploy'), 'gift-cards');
		expect(service).toMatchObject({ deploymentController: { type: 'CODE_DEPLOY' }, deployments: [], runningCount: 6 });
		expect(service.taskSets).toMatchObject([
			{ status: 'ACTIVE', taskDefinition: expect.stringMatching(/:13$/), computedDesiredCount: 3, runningCount: 3 },
			{
				status: 'PRIMARY',
				startedBy: 'CODE_DEPLOY',
				taskDefinition: expect.stringMatching(/:12$/),
				scale: { value: 100, unit: 'PERCENT' },
				stabilityStatus: 'STEADY_STATE',
			},
		]);
	});

	test.each([
		[{ taskDefinition: 'gift-cards:12' }, 'Unable to update task definition'],
		[{ forceNewDeployment: true }, 'Cannot force a new deployment'],
		[{ loadBalancers: [] }, 'Unable to update load balancers'],
	])('refuses %j in the words of ECS', async (change, refusal) => {
		const { ecs } = openShop('code-deploy');
		const update = new UpdateServiceCommand({ cluster: 'prod', service: 'gift-cards', ...change });
		await expect(ecs.send(update)).rejects.toMatchObject({
			name: 'InvalidParameterException',
			message: `${refusal} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.`,
		});
	});

	test('can be scaled: its task sets follow the desired count', async () => {
		const shop = openShop('code-deploy');
		await shop.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'gift-cards', desiredCount: 5 }));
		shop.step(2 * MINUTE);
		expect((await serviceOf(shop, 'gift-cards')).taskSets).toMatchObject([
			{ computedDesiredCount: 5, runningCount: 5 },
			{ computedDesiredCount: 5, runningCount: 5 },
		]);
	});
});

describe('CodeDeploy', () => {
	test('moves a tenth of the traffic first, all of it after five minutes, and takes the old tasks away after five more', async () => {
		const shop = openShop('code-deploy');
		const { deploymentId } = await newest(shop, GIFTS);
		expect(weights(await targetOf(shop, deploymentId, 'gift-cards'))).toEqual(['PRIMARY 90', 'ACTIVE 10']);
		shop.step(5 * MINUTE);
		expect(weights(await targetOf(shop, deploymentId, 'gift-cards'))).toEqual(['ACTIVE 0', 'PRIMARY 100']);
		expect(await newest(shop, GIFTS)).toMatchObject({
			status: 'InProgress',
			instanceTerminationWaitTimeStarted: true,
		});
		expect((await serviceOf(shop, 'gift-cards')).taskDefinition).toMatch(/gift-cards:13$/);
		shop.step(6 * MINUTE);
		expect(await newest(shop, GIFTS)).toMatchObject({ status: 'Succeeded' });
		shop.step(2 * MINUTE);
		expect((await serviceOf(shop, 'gift-cards')).taskSets).toHaveLength(1);
	});

	test('waits for somebody where the group says so, and goes on when told', async () => {
		const shop = openShop('code-deploy');
		const { deploymentId, status } = await newest(shop, WALLET);
		expect(status).toBe('Ready');
		shop.step(20 * MINUTE);
		expect((await newest(shop, WALLET)).status).toBe('Ready');
		await shop.codeDeploy.send(
			new codedeploy.ContinueDeploymentCommand({ deploymentId, deploymentWaitType: 'READY_WAIT' }),
		);
		shop.step(30 * SECOND);
		expect(weights(await targetOf(shop, deploymentId, 'wallet'))).toEqual(['ACTIVE 0', 'PRIMARY 100']);
		await shop.codeDeploy.send(
			new codedeploy.ContinueDeploymentCommand({ deploymentId, deploymentWaitType: 'TERMINATION_WAIT' }),
		);
		expect((await newest(shop, WALLET)).status).toBe('Succeeded');
	});

	test('stops a deployment, and rolls back in another one', async () => {
		const shop = openShop('code-deploy');
		const { deploymentId } = await newest(shop, GIFTS);
		await shop.codeDeploy.send(new codedeploy.StopDeploymentCommand({ deploymentId, autoRollbackEnabled: true }));
		shop.step(2 * MINUTE);
		const [rollback, stopped] = await deployments(shop, GIFTS);
		expect(stopped).toMatchObject({
			status: 'Stopped',
			rollbackInfo: { rollbackDeploymentId: rollback?.deploymentId },
		});
		expect(rollback).toMatchObject({
			status: 'Succeeded',
			creator: 'codeDeployRollback',
			rollbackInfo: { rollbackTriggeringDeploymentId: deploymentId },
		});
		expect((await serviceOf(shop, 'gift-cards')).taskSets).toMatchObject([
			{ status: 'PRIMARY', taskDefinition: expect.stringMatching(/:12$/) },
		]);
	});

	test("gives up on a revision that is not healthy after an hour, in AWS's words", async () => {
		const shop = openShop('code-deploy');
		const { deploymentId } = await newest(shop, LOYALTY);
		shop.step(52 * MINUTE);
		const failed = (await deployments(shop, LOYALTY)).find((each) => each.deploymentId === deploymentId);
		expect(failed).toMatchObject({
			status: 'Failed',
			errorInformation: {
				code: 'TIMEOUT',
				message: expect.stringMatching(/^The deployment timed out while waiting for the replacement task set/),
			},
		});
		const { lifecycleEvents } = await targetOf(shop, deploymentId, 'loyalty');
		expect(lifecycleEvents?.find(({ status }) => status === 'Failed')).toMatchObject({ lifecycleEventName: 'Install' });
	});

	test('takes one deployment of a group at a time', async () => {
		const shop = openShop('code-deploy');
		const { deploymentId } = await newest(shop, GIFTS);
		await expect(deployAgain(shop, GIFTS, 'gift-cards')).rejects.toMatchObject({
			name: 'DeploymentLimitExceededException',
			message: `The Deployment Group 'DgpECS-prod-gift-cards' already has an active Deployment '${deploymentId}'`,
		});
		shop.step(20 * MINUTE);
		await expect(deployAgain(shop, GIFTS, 'gift-cards')).resolves.toMatchObject({
			deploymentId: expect.stringMatching(/^d-[A-Z0-9]{9}$/),
		});
	});

	test('tells an AppSpec by its hash, which a deployment leaves out', async () => {
		const shop = openShop('code-deploy');
		const { revision } = await newest(shop, GIFTS);
		expect(revision?.appSpecContent).toEqual({ sha256: expect.stringMatching(/^[\da-f]{64}$/) });
		const { applicationName } = GIFTS;
		const answer = await shop.codeDeploy.send(
			new codedeploy.GetApplicationRevisionCommand({ applicationName, revision }),
		);
		expect(answer.revision?.appSpecContent?.content).toContain('task-definition/gift-cards:13"');
	});

	test('finds groups by their services, and tells what is not there', async () => {
		const { codeDeploy } = openShop('code-deploy');
		const { applications = [] } = await codeDeploy.send(new codedeploy.ListApplicationsCommand({}));
		expect(applications).toEqual(['AppECS-prod-gift-cards', 'shop-payments', 'AppECS-prod-loyalty']);
		const [applicationName] = ['shop-payments'];
		const { deploymentGroups = [] } = await codeDeploy.send(
			new codedeploy.ListDeploymentGroupsCommand({ applicationName }),
		);
		const { deploymentGroupsInfo } = await codeDeploy.send(
			new codedeploy.BatchGetDeploymentGroupsCommand({ applicationName, deploymentGroupNames: deploymentGroups }),
		);
		expect(deploymentGroupsInfo).toMatchObject([
			{
				ecsServices: [{ clusterName: 'prod', serviceName: 'wallet' }],
				blueGreenDeploymentConfiguration: {
					deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 60 },
				},
			},
		]);
		const missing = new codedeploy.GetDeploymentGroupCommand({ applicationName, deploymentGroupName: 'none' });
		await expect(codeDeploy.send(missing)).rejects.toMatchObject({
			name: 'DeploymentGroupDoesNotExistException',
			message: 'No Deployment Group found for name: none',
		});
	});
});
