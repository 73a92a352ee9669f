import { expect, test } from 'vitest';
import { openEcs, refusalOf } from './open-ecs.ts';

test('the Fargate capacity providers are there, others are failures', async () => {
	const { ecs } = openEcs();
	const { capacityProviders, failures } = await ecs.describeCapacityProviders({
		capacityProviders: ['FARGATE', 'FARGATE_SPOT', 'mine'],
	});
	expect(capacityProviders?.map(({ name }) => name)).toEqual(['FARGATE', 'FARGATE_SPOT']);
	expect(failures?.[0]).toMatchObject({ reason: 'MISSING' });
});

test('there are no container instances', async () => {
	const { ecs } = openEcs();
	expect((await ecs.listContainerInstances({ cluster: 'prod' })).containerInstanceArns).toEqual([]);
	const asked = await ecs.describeContainerInstances({ cluster: 'prod', containerInstances: ['abc'] });
	expect(asked.failures).toEqual([
		{ arn: 'arn:aws:ecs:ap-northeast-1:111122223333:container-instance/prod/abc', reason: 'MISSING' },
	]);
});

test('tags are listed, set and taken away', async () => {
	const { ecs } = openEcs();
	const resourceArn = 'arn:aws:ecs:ap-northeast-1:111122223333:service/prod/cart';
	await ecs.tagResource({ resourceArn, tags: [{ key: 'team', value: 'orders' }] });
	await ecs.tagResource({ resourceArn, tags: [{ key: 'team', value: 'platform' }] });
	await ecs.untagResource({ resourceArn, tagKeys: ['service'] });
	expect((await ecs.listTagsForResource({ resourceArn })).tags).toEqual([{ key: 'team', value: 'platform' }]);
	expect(await refusalOf(ecs.listTagsForResource({ resourceArn: `${resourceArn}x` }))).toMatch(
		/^InvalidParameterException: /,
	);
});

test('account settings come in pages of ten', async () => {
	const { ecs } = openEcs();
	const first = await ecs.listAccountSettings({ effectiveSettings: true });
	expect(first.settings).toHaveLength(10);
	expect(first.nextToken).toBeDefined();
	const named = await ecs.listAccountSettings({ name: 'defaultLogDriverMode', effectiveSettings: true });
	const [mode] = named.settings ?? [];
	expect(mode?.value).toBe('non-blocking');
	expect((await ecs.listAccountSettings({})).settings).toEqual([]);
});

test('tags of AWS itself, and more than fifty, are refused', async () => {
	const { ecs } = openEcs();
	const resourceArn = 'arn:aws:ecs:ap-northeast-1:111122223333:cluster/prod';
	const many = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '1' }));
	const tag = (...tags: { key: string; value: string }[]) => refusalOf(ecs.tagResource({ resourceArn, tags }));
	expect(await tag({ key: 'aws:createdBy', value: 'me' })).toMatch(/^InvalidParameterException: /);
	expect(await tag(...many)).toMatch(/^InvalidParameterException: /);
	expect((await ecs.listTagsForResource({ resourceArn })).tags).toEqual([{ key: 'env', value: 'production' }]);
});
