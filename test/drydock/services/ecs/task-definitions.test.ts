import { expect, test } from 'vitest';
import { openEcs, refusalOf } from './open-ecs.ts';

const fargate = {
	family: 'cart',
	networkMode: 'awsvpc',
	requiresCompatibilities: ['FARGATE'],
	cpu: '512',
	memory: '1024',
	containerDefinitions: [{ name: 'cart', image: 'cart:43' }],
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

test.each([
	[{ cpu: '256', memory: '4096' }, 'ClientException: No Fargate configuration exists for given values.'],
	[{ cpu: '333' }, 'ClientException: No Fargate configuration exists for given values.'],
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
