import { DescribeListenersCommand, DescribeRulesCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import { the } from '../../world/small-shop.ts';
import { openEcs, refusalOf } from './open-ecs.ts';

const cluster = 'prod';
const service = 'cart';
const documented =
	"InvalidParameterException: The specified parameter isn't valid. Review the available parameters for the API request.";

function open(deployment = '{ strategy: canary, percent: 10, stepBake: 5m, bake: 5m }') {
	const shop = openEcs([
		`{ name: cart, tasks: 2, loadBalancer: /healthz, checkInterval: 5, deregistrationDelay: 5, deployment: ${deployment} }`,
		'{ name: plain, tasks: 1, loadBalancer: /healthz }',
	]);
	const newest = async () => {
		const { serviceDeployments: [brief] = [] } = await shop.ecs.listServiceDeployments({ cluster, service });
		const arns = [the(brief?.serviceDeploymentArn)];
		const { serviceDeployments: [whole] = [] } = await shop.ecs.describeServiceDeployments({
			serviceDeploymentArns: arns,
		});
		return the(whole);
	};
	/** Steps until the newest deployment is at the stage. */
	const reach = async (stage: string) => {
		for (let seconds = 0; seconds < 1_800; seconds += 2) {
			const deployment = await newest();
			if (String(deployment.lifecycleStage) === stage) return deployment;
			shop.step(2 * SECOND);
		}
		throw new Error(`never came to ${stage}`);
	};
	return { ...shop, newest, reach };
}

test('a canary is described with its stage, its shares of the traffic and both revisions’ tasks', async () => {
	const { ecs, reach } = open();
	await ecs.updateService({ cluster, service, forceNewDeployment: true });
	expect(await reach('PRE_SCALE_UP')).toMatchObject({
		targetServiceRevision: {
			requestedTaskCount: 0,
			requestedProductionTrafficWeight: 0,
			requestedTestTrafficWeight: 0,
		},
		sourceServiceRevisions: [{ requestedTaskCount: 2, requestedProductionTrafficWeight: 100 }],
		deploymentConfiguration: {
			strategy: 'CANARY',
			bakeTimeInMinutes: 5,
			deploymentCircuitBreaker: {
				enable: true,
				rollback: true,
				resetOnHealthyTask: true,
				thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
			},
			canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 },
		},
		lifecycleHookDetails: [],
	});
	expect(await reach('POST_TEST_TRAFFIC_SHIFT')).toMatchObject({
		targetServiceRevision: {
			runningTaskCount: 2,
			requestedProductionTrafficWeight: 0,
			requestedTestTrafficWeight: 100,
		},
	});
	expect(await reach('PRODUCTION_TRAFFIC_SHIFT')).toMatchObject({
		status: 'IN_PROGRESS',
		targetServiceRevision: { requestedTaskCount: 2, requestedProductionTrafficWeight: 10 },
		sourceServiceRevisions: [{ requestedTaskCount: 2, runningTaskCount: 2, requestedProductionTrafficWeight: 90 }],
	});
	expect(await reach('CLEAN_UP')).toMatchObject({
		targetServiceRevision: { requestedProductionTrafficWeight: 100 },
		sourceServiceRevisions: [{ requestedTaskCount: 0, requestedProductionTrafficWeight: 0 }],
	});
});

test('a revision tells the target group its tasks stand in, and the rule that leads there', async () => {
	const { ecs, newest } = open();
	const resolvedOf = async () => {
		const arn = the((await newest()).targetServiceRevision?.arn);
		const { serviceRevisions: [revision] = [] } = await ecs.describeServiceRevisions({ serviceRevisionArns: [arn] });
		expect(revision?.containerImages?.[0]?.imageDigest).toMatch(/^sha256:/);
		expect(revision?.loadBalancers?.[0]?.advancedConfiguration).toBeDefined();
		return the(revision?.resolvedConfiguration?.loadBalancers?.[0]);
	};
	const blue = await resolvedOf();
	await ecs.updateService({ cluster, service, forceNewDeployment: true });
	const green = await resolvedOf();
	expect(green.productionListenerRule).toBe(blue.productionListenerRule);
	expect(green.targetGroupArn).not.toBe(blue.targetGroupArn);
});

test('listener rules of production and test are shown with their weights', async () => {
	const { ecs, reach, loadBalancing } = open();
	await ecs.updateService({ cluster, service, forceNewDeployment: true });
	await reach('PRODUCTION_TRAFFIC_SHIFT');
	const { services: [cart] = [] } = await ecs.describeServices({ cluster, services: [service] });
	const { productionListenerRule, testListenerRule } = the(cart?.loadBalancers?.[0]?.advancedConfiguration);
	const RuleArns = [the(productionListenerRule), the(testListenerRule)];
	const { Rules = [] } = await loadBalancing.send(new DescribeRulesCommand({ RuleArns }));
	const weights = Rules.map(({ Actions }) => Actions?.[0]?.ForwardConfig?.TargetGroups?.map(({ Weight }) => Weight));
	expect(weights.map((each) => each?.toSorted())).toEqual([
		[10, 90],
		[0, 100],
	]);
	const { Listeners = [] } = await loadBalancing.send(new DescribeListenersCommand({}));
	expect(Listeners.map(({ Port }) => Port)).toEqual([443, 8443]);
	const behindTest = await loadBalancing.send(new DescribeRulesCommand({ ListenerArn: Listeners[1]?.ListenerArn }));
	expect(behindTest.Rules?.map(({ RuleArn, IsDefault }) => IsDefault || RuleArn)).toEqual([testListenerRule, true]);
});

test('a PAUSE hook waits until it is told to go on', async () => {
	const { ecs, reach, newest, step } = open(
		'{ strategy: blue-green, hooks: [{ pause: true, stages: [POST_TEST_TRAFFIC_SHIFT], timeout: 1h }] }',
	);
	await ecs.updateService({ cluster, service, forceNewDeployment: true });
	await reach('POST_TEST_TRAFFIC_SHIFT');
	step(10 * MINUTE);
	const paused = await newest();
	const [hook] = the(paused.lifecycleHookDetails);
	expect(paused).toMatchObject({ status: 'IN_PROGRESS', lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT' });
	expect(hook).toEqual({
		hookId: expect.stringMatching(/^ecs-pause-[A-Za-z0-9]{43}$/),
		targetType: 'PAUSE',
		status: 'AWAITING_ACTION',
		expiresAt: expect.any(Date),
		timeoutAction: 'ROLLBACK',
	});
	const serviceDeploymentArn = the(paused.serviceDeploymentArn);
	const answer = await ecs.continueServiceDeployment({ serviceDeploymentArn, hookId: the(hook?.hookId) });
	expect(answer.serviceDeploymentArn).toBe(serviceDeploymentArn);
	expect(await reach('PRODUCTION_TRAFFIC_SHIFT')).toMatchObject({ lifecycleHookDetails: [{ status: 'SUCCEEDED' }] });
	const again = { serviceDeploymentArn, hookId: the(hook?.hookId) };
	expect(await refusalOf(ecs.continueServiceDeployment(again))).toBe(
		'InvalidParameterException: Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
	);
	step(5 * MINUTE);
	expect((await newest()).status).toBe('SUCCESSFUL');
	expect(await refusalOf(ecs.continueServiceDeployment(again))).toBe(
		'InvalidParameterException: Continuing a service deployment is not allowed for service deployment in terminal states.',
	);
});

test('a PAUSE hook can be answered with a rollback', async () => {
	const { ecs, reach, newest, step } = open(
		'{ strategy: blue-green, hooks: [{ pause: true, stages: [PRE_SCALE_UP] }] }',
	);
	await ecs.updateService({ cluster, service, forceNewDeployment: true });
	const { serviceDeploymentArn, lifecycleHookDetails: [hook] = [] } = await reach('PRE_SCALE_UP');
	await ecs.continueServiceDeployment({ serviceDeploymentArn, hookId: hook?.hookId, action: 'ROLLBACK' });
	expect((await newest()).status).toBe('ROLLBACK_REQUESTED');
	step(MINUTE);
	expect((await newest()).status).toBe('ROLLBACK_SUCCESSFUL');
});

test('what is no hook, and no deployment, cannot be continued', async () => {
	const { ecs, newest } = open();
	const { serviceDeploymentArn = '' } = await newest();
	expect(await refusalOf(ecs.continueServiceDeployment({ serviceDeploymentArn, hookId: 'mine' }))).toBe(
		'InvalidParameterException: Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}',
	);
	const missing = { serviceDeploymentArn: `${serviceDeploymentArn}x`, hookId: 'ecs-pause-x' };
	expect(await refusalOf(ecs.continueServiceDeployment(missing))).toBe(
		'ServiceDeploymentNotFoundException: The service deployment does not exist.',
	);
});

test.each([
	['a bake time of more than a day', { bakeTimeInMinutes: 1_441 }, documented],
	['a step below three percent', { strategy: 'LINEAR', linearConfiguration: { stepPercent: 2.9 } }, documented],
	['a canary of hundredths', { canaryConfiguration: { canaryPercent: 5.55 } }, documented],
	['the configuration of another strategy', { linearConfiguration: { stepPercent: 10 } }, documented],
	['a strategy that there is not', { strategy: 'SUDDEN' }, documented],
	[
		'a pause in the middle of a shift',
		{ lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['PRODUCTION_TRAFFIC_SHIFT'] }] },
		'InvalidParameterException: Invalid lifecycle stage provided for Pause Hook',
	],
	[
		'a hook of another kind',
		{ lifecycleHooks: [{ targetType: 'SNS', lifecycleStages: ['PRE_SCALE_UP'] }] },
		'InvalidParameterException: Invalid targetType. Valid values are: AWS_LAMBDA, PAUSE',
	],
	[
		'a hook at a stage that takes none',
		{ lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['BAKE_TIME'] }] },
		documented,
	],
	[
		'a timeout of more than two weeks',
		{
			lifecycleHooks: [
				{ targetType: 'PAUSE', lifecycleStages: ['PRE_SCALE_UP'], timeoutConfiguration: { timeoutInMinutes: 20_161 } },
			],
		},
		documented,
	],
])('%s is refused', async (_, deploymentConfiguration, refusal) => {
	const { ecs } = open();
	const input = { cluster, service, deploymentConfiguration } as Parameters<typeof ecs.updateService>[0];
	expect(await refusalOf(ecs.updateService(input))).toBe(refusal);
});

test('a strategy that shifts traffic needs two target groups and a rule', async () => {
	const { ecs, world } = open();
	const strategy = { deploymentConfiguration: { strategy: 'BLUE_GREEN' as const, bakeTimeInMinutes: 5 } };
	expect(await refusalOf(ecs.updateService({ cluster, service: 'plain', ...strategy }))).toBe(
		'InvalidParameterException: advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
	);
	const { services: [cart] = [] } = await ecs.describeServices({ cluster, services: [service] });
	const present = the(cart?.loadBalancers?.[0]);
	const { advancedConfiguration } = present;
	const change = (advanced: object) =>
		refusalOf(
			ecs.updateService({
				cluster,
				service,
				loadBalancers: [{ ...present, advancedConfiguration: { ...advancedConfiguration, ...advanced } }],
			}),
		);
	const { productionListenerRule = '' } = the(advancedConfiguration);
	expect(await change({ testListenerRule: productionListenerRule })).toBe(
		`InvalidParameterException: The following rules cannot be used as both production and test listener rules: ${productionListenerRule}`,
	);
	const [rule] = [...world.listenerRules.values()];
	expect(await change({ productionListenerRule: rule?.listenerArn })).toBe(
		`InvalidParameterException: productionListenerRule has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${rule?.listenerArn}`,
	);
	expect(await change({ alternateTargetGroupArn: present.targetGroupArn })).toBe(
		`InvalidParameterException: Duplicate targetGroupArn found: ${present.targetGroupArn}`,
	);
});

test('a service can be created with a strategy, and its first deployment neither shifts in parts nor bakes', async () => {
	const { ecs, step, subnet, newest } = open();
	const { services: [cart] = [] } = await ecs.describeServices({ cluster, services: [service] });
	await ecs.deleteService({ cluster, service, force: true });
	step(2 * MINUTE);
	const created = await ecs.createService({
		cluster,
		serviceName: service,
		taskDefinition: 'cart',
		desiredCount: 2,
		loadBalancers: cart?.loadBalancers,
		deploymentConfiguration: { strategy: 'LINEAR', bakeTimeInMinutes: 60 },
		networkConfiguration: { awsvpcConfiguration: { subnets: [subnet] } },
	});
	expect(created.service?.deploymentConfiguration).toMatchObject({ strategy: 'LINEAR', bakeTimeInMinutes: 60 });
	step(5 * MINUTE);
	expect(await newest()).toMatchObject({ status: 'SUCCESSFUL', targetServiceRevision: { runningTaskCount: 2 } });
});
