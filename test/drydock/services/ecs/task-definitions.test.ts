import { expect, test } from 'vitest';
import { openEcs, refusalOf } from './open-ecs.ts';

const cart = { name: 'cart', image: 'cart:43' };
const fargate = {
	family: 'cart',
	networkMode: 'awsvpc',
	requiresCompatibilities: ['FARGATE'],
	cpu: '512',
	memory: '1024',
	containerDefinitions: [cart],
} as const;
const input = (change: object = {}) => ({ ...structuredClone(fargate), ...change }) as never;

test('revisions and families are listed and described', async () => {
	const { ecs } = openEcs(['{ name: cart }', '{ name: search, revision: 7 }']);
	expect((await ecs.listTaskDefinitionFamilies({})).families).toEqual(['cart', 'search']);
	const { taskDefinitionArns } = await ecs.listTaskDefinitions({ familyPrefix: 'cart', sort: 'DESC' });
	expect(taskDefinitionArns?.map((arn) => arn.split('/')[1])).toEqual(['cart:42', 'cart:41']);
	const { taskDefinition } = await ecs.describeTaskDefinition({ taskDefinition: 'cart' });
	expect(taskDefinition).toMatchObject({
		family: 'cart',
		revision: 42,
		status: 'ACTIVE',
		networkMode: 'awsvpc',
		compatibilities: ['EC2', 'FARGATE'],
	});
	expect(taskDefinition?.registeredAt).toBeInstanceOf(Date);
	expect(await refusalOf(ecs.describeTaskDefinition({ taskDefinition: 'cart:9' }))).toBe(
		'ClientException: Unable to describe task definition.',
	);
});

test('a registered revision is the next of its family, and keeps what it was given', async () => {
	const { ecs } = openEcs();
	const volumes = [{ name: 'scratch', host: {} }];
	const { taskDefinition, tags } = await ecs.registerTaskDefinition(
		input({ cpu: '1 vCPU', memory: '2GB', volumes, tags: [{ key: 'commit', value: 'abc' }] }),
	);
	expect(taskDefinition).toMatchObject({ revision: 43, cpu: '1024', memory: '2048', volumes });
	expect(tags).toEqual([{ key: 'commit', value: 'abc' }]);
});

test('a container definition is kept with what AWS adds to it', async () => {
	const { ecs } = openEcs();
	const container = { ...cart, portMappings: [{ containerPort: 80 }], healthCheck: { command: ['CMD', 'true'] } };
	const { taskDefinition } = await ecs.registerTaskDefinition(input({ containerDefinitions: [container] }));
	expect(taskDefinition?.containerDefinitions).toEqual([
		{
			name: 'cart',
			image: 'cart:43',
			cpu: 0,
			essential: true,
			portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
			environment: [],
			mountPoints: [],
			volumesFrom: [],
			systemControls: [],
			healthCheck: { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3 },
		},
	]);
	expect(taskDefinition?.requiresAttributes).toEqual([
		{ name: 'ecs.capability.container-health-check' },
		{ name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' },
		{ name: 'ecs.capability.task-eni' },
	]);
});

test.each([
	[
		{ cpu: '256', memory: '256' },
		'ClientException: No Fargate configuration exists for given values: 256 CPU, 256 memory. See the Amazon ECS documentation for the valid values.',
	],
	[{ cpu: '333' }, 'ClientException: No Fargate configuration exists for given values: 333 CPU, 1024 memory.'],
	[{ cpu: 'foo' }, "ClientException: Invalid 'cpu' setting for task."],
	[{ memory: undefined }, "ClientException: Fargate requires that 'memory' be defined at the task level."],
	[{ containerDefinitions: [cart, cart] }, 'ClientException: Container names must be unique within a Task Definition.'],
	[{ containerDefinitions: [{ ...cart, memory: 4096 }] }, 'InvalidParameterException: '],
	[{ containerDefinitions: [{ ...cart, healthCheck: { command: [] } }] }, 'Command cannot be empty.'],
	[
		{ networkMode: 'bridge', requiresCompatibilities: ['EC2'], memory: undefined },
		"ClientException: Invalid setting for container 'cart'. At least one of 'memory' or 'memoryReservation' must be specified.",
	],
	[{ networkMode: 'bridge' }, 'ClientException: Fargate only supports network mode ‘awsvpc’.'],
	[{ containerDefinitions: [{ name: 'cart' }] }, 'ClientException: Container.image should not be null or empty.'],
	[{ family: 'no spaces' }, 'ClientException: Family should be 1-255 in length'],
])('%o is refused', async (change, message) => {
	const { ecs } = openEcs();
	expect(await refusalOf(ecs.registerTaskDefinition(input(change)))).toContain(message);
});

test('a deregistered revision is INACTIVE and no longer the newest', async () => {
	const { ecs } = openEcs();
	const { taskDefinition } = await ecs.deregisterTaskDefinition({ taskDefinition: 'cart:42' });
	expect(taskDefinition?.status).toBe('INACTIVE');
	expect((await ecs.describeTaskDefinition({ taskDefinition: 'cart' })).taskDefinition?.revision).toBe(41);
	expect((await ecs.listTaskDefinitions({ status: 'INACTIVE' })).taskDefinitionArns).toHaveLength(1);
});
