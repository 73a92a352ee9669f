import type { UpdateServiceCommandInput } from '@aws-sdk/client-ecs';
import { expect, test } from 'vitest';
import { the } from '../../world/small-shop.ts';
import { openEcs, refusalOf } from './open-ecs.ts';

const cluster = 'prod';
const documented =
	"InvalidParameterException: The specified parameter isn't valid. Review the available parameters for the API request.";

const percents = (minimumHealthyPercent: number, maximumPercent: number) => ({
	deploymentConfiguration: { minimumHealthyPercent, maximumPercent },
});
const behind = (targetGroupArn: string, containerName: string, containerPort: number) => ({
	loadBalancers: [{ targetGroupArn, containerName, containerPort }],
});
const spot = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }];

test.each<[string, Partial<UpdateServiceCommandInput>, string]>([
	[
		'no room to move',
		percents(100, 100),
		'InvalidParameterException: Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments',
	],
	['a lower bound above the upper', percents(300, 10), documented],
	[
		'success before the lower bound is reached',
		{
			deploymentConfiguration: {
				minimumHealthyPercent: 50,
				earlySuccessCriteria: { enable: true, healthyPercent: 49, sourceServiceRevisionCleanup: 'DEFERRED' },
			},
		},
		documented,
	],
	[
		'an unknown container',
		behind('arn:x', 'zzz', 80),
		'InvalidParameterException: The container zzz does not exist in the task definition.',
	],
	[
		'an unmapped port',
		behind('arn:x', 'cart', 99),
		'InvalidParameterException: The container cart did not have a container port 99 defined.',
	],
	[
		'an unknown target group',
		behind('arn:x', 'cart', 8080),
		'InvalidParameterException: The target group with targetGroupArn arn:x does not have an associated load balancer.',
	],
	[
		'an unknown platform',
		{ platformVersion: '9.9.9' },
		"PlatformUnknownException: The specified platform version doesn't exist.",
	],
	[
		'an unknown provider',
		{ capacityProviderStrategy: [{ capacityProvider: 'NOPE' }] },
		'InvalidParameterException: The specified capacity provider was not found',
	],
	['a negative grace period', { healthCheckGracePeriodSeconds: -5 }, documented],
	['an unknown value', { propagateTags: 'BOGUS' as never }, documented],
	[
		'an unknown subnet',
		{ networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-xxx'] } } },
		"InvalidParameterException: Error retrieving subnet information for [subnet-xxx]: The subnet ID 'subnet-xxx' does not exist (ErrorCode: InvalidSubnetID.NotFound)",
	],
])('a service with %s is refused, and stays as it was', async (_, change, refusal) => {
	const { ecs } = openEcs();
	const read = async () => (await ecs.describeServices({ cluster, services: ['cart'] })).services;
	const before = await read();
	expect(await refusalOf(ecs.updateService({ cluster, service: 'cart', ...change }))).toBe(refusal);
	expect(await read()).toEqual(before);
});

test('a grace period needs a load balancer', async () => {
	const { ecs } = openEcs(['{ name: cart }']);
	expect(await refusalOf(ecs.updateService({ cluster, service: 'cart', healthCheckGracePeriodSeconds: 60 }))).toBe(
		'InvalidParameterException: Health check grace period is only valid for services configured to use load balancers',
	);
});

test('a service is launched by type or by strategy, on Fargate, and has a name', async () => {
	const { ecs } = openEcs();
	const { services } = await ecs.describeServices({ cluster, services: ['cart'] });
	const { networkConfiguration } = the(services?.[0]);
	const create = (input: object) =>
		refusalOf(
			ecs.createService({ cluster, serviceName: 'web', taskDefinition: 'cart', networkConfiguration, ...input }),
		);
	expect(await create({ launchType: 'FARGATE', capacityProviderStrategy: spot })).toBe(
		'InvalidParameterException: Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
	);
	expect(await create({ serviceName: 'bad name' })).toBe(documented);
	const bridge = { family: 'old', containerDefinitions: [{ name: 'old', image: 'nginx', memory: 128 }] };
	await ecs.registerTaskDefinition(bridge);
	expect(await create({ taskDefinition: 'old' })).toBe(
		'InvalidParameterException: Task definition does not support launch_type FARGATE.',
	);
});
