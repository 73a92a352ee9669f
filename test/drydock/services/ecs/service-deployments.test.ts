import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import { NOON } from '../../world/small-shop.ts';
import { openEcs, refusalOf } from './open-ecs.ts';

const cluster = 'prod';
const service = 'cart';

test('rollouts are listed newest first, by status and by time', async () => {
	const { ecs, step } = openEcs();
	await ecs.updateService({ cluster, service, forceNewDeployment: true });
	step(10 * SECOND);
	const list = async (filter: object = {}) =>
		(await ecs.listServiceDeployments({ cluster, service, ...filter })).serviceDeployments?.map(({ status }) => status);
	expect(await list()).toEqual(['IN_PROGRESS', 'SUCCESSFUL', 'SUCCESSFUL']);
	expect(await list({ status: ['SUCCESSFUL'] })).toHaveLength(2);
	expect(await list({ createdAt: { after: new Date(NOON - MINUTE) } })).toEqual(['IN_PROGRESS']);
	step(5 * MINUTE);
	expect((await list())?.[0]).toBe('SUCCESSFUL');
});

test('a rollout is described with its breaker and the tasks of both revisions', async () => {
	const { ecs, step } = openEcs();
	await ecs.updateService({ cluster, service, taskDefinition: 'cart:41' });
	step(20 * SECOND);
	const { serviceDeployments } = await ecs.listServiceDeployments({ cluster, service });
	const arn = serviceDeployments?.[0]?.serviceDeploymentArn ?? '';
	const described = await ecs.describeServiceDeployments({ serviceDeploymentArns: [arn, `${arn}x`] });
	expect(described.serviceDeployments?.[0]).toMatchObject({
		status: 'IN_PROGRESS',
		deploymentCircuitBreaker: { status: 'MONITORING', failureCount: 0, threshold: 3 },
		targetServiceRevision: { requestedTaskCount: 2, runningTaskCount: 0, pendingTaskCount: 2 },
		sourceServiceRevisions: [{ requestedTaskCount: 0, runningTaskCount: 2, pendingTaskCount: 0 }],
	});
	expect(described.failures).toEqual([{ arn: `${arn}x`, reason: 'MISSING' }]);
	const revision = described.serviceDeployments?.[0]?.targetServiceRevision?.arn ?? '';
	const { serviceRevisions } = await ecs.describeServiceRevisions({ serviceRevisionArns: [revision] });
	expect(serviceRevisions?.[0]).toMatchObject({
		taskDefinition: 'arn:aws:ecs:ap-northeast-1:111122223333:task-definition/cart:41',
		containerImages: [{ containerName: 'cart' }],
	});
	expect(serviceRevisions?.[0]?.containerImages?.[0]?.imageDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test('a rollout under way can be rolled back, a finished one cannot', async () => {
	const { ecs, step } = openEcs();
	await ecs.updateService({ cluster, service, taskDefinition: 'cart:41' });
	step(20 * SECOND);
	const { serviceDeployments = [] } = await ecs.listServiceDeployments({ cluster, service });
	const [current, finished] = serviceDeployments.map(({ serviceDeploymentArn }) => serviceDeploymentArn);
	await ecs.stopServiceDeployment({ serviceDeploymentArn: current, stopType: 'ROLLBACK' });
	const [requested] = (await ecs.listServiceDeployments({ cluster, service })).serviceDeployments ?? [];
	expect(requested?.status).toBe('ROLLBACK_REQUESTED');
	step(5 * SECOND);
	const { services: stopped } = await ecs.describeServices({ cluster, services: [service] });
	expect(stopped?.[0]?.deployments).toMatchObject([
		{ status: 'PRIMARY', runningCount: 2, rolloutState: 'IN_PROGRESS' },
		{ status: 'ACTIVE', rolloutState: 'IN_PROGRESS', rolloutStateReason: expect.stringContaining('in progress.') },
	]);
	// One that goes back already goes on.
	await ecs.stopServiceDeployment({ serviceDeploymentArn: current });
	step(5 * MINUTE);
	const [rolledBack] = (await ecs.listServiceDeployments({ cluster, service })).serviceDeployments ?? [];
	expect(rolledBack?.status).toBe('ROLLBACK_SUCCESSFUL');
	const { services } = await ecs.describeServices({ cluster, services: [service] });
	expect(services?.[0]).toMatchObject({
		taskDefinition: 'arn:aws:ecs:ap-northeast-1:111122223333:task-definition/cart:42',
		runningCount: 2,
	});
	expect(await refusalOf(ecs.stopServiceDeployment({ serviceDeploymentArn: finished }))).toMatch(
		/^ConflictException: /,
	);
	expect(await refusalOf(ecs.stopServiceDeployment({ serviceDeploymentArn: `${current}x` }))).toMatch(
		/^ServiceDeploymentNotFoundException: /,
	);
});

test('at most twenty are described a call', async () => {
	const { ecs } = openEcs();
	const many = Array.from({ length: 21 }, (_, index) => `arn:${index}`);
	expect(await refusalOf(ecs.describeServiceDeployments({ serviceDeploymentArns: many }))).toBe(
		'InvalidParameterException: service deployment ARNs can have at most 20 items.',
	);
});
