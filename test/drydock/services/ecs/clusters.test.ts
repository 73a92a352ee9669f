import { expect, test } from 'vitest';
import { openEcs, refusalOf } from './open-ecs.ts';

test('a region lists its own clusters only', async () => {
	const { ecs } = openEcs();
	const { clusterArns } = await ecs.listClusters({});
	expect(clusterArns).toEqual(['arn:aws:ecs:ap-northeast-1:111122223333:cluster/prod']);
});

test('a cluster is described with its counts, and with its parts when they are asked for', async () => {
	const { ecs } = openEcs();
	const { clusters } = await ecs.describeClusters({ clusters: ['prod'] });
	expect(clusters?.[0]).toMatchObject({
		clusterName: 'prod',
		status: 'ACTIVE',
		activeServicesCount: 1,
		runningTasksCount: 2,
		pendingTasksCount: 0,
		capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
		tags: [],
		settings: [],
		statistics: [],
	});
	const include = ['TAGS', 'SETTINGS', 'STATISTICS'] as const;
	const whole = await ecs.describeClusters({ clusters: ['prod'], include: [...include] });
	expect(whole.clusters?.[0]?.tags).toEqual([{ key: 'env', value: 'production' }]);
	expect(whole.clusters?.[0]?.settings).toEqual([{ name: 'containerInsights', value: 'enabled' }]);
	expect(whole.clusters?.[0]?.statistics).toContainEqual({ name: 'runningFargateTasksCount', value: '2' });
});

test('a cluster that is not there is a failure, and without a name it is the default one', async () => {
	const { ecs } = openEcs();
	const { clusters, failures } = await ecs.describeClusters({});
	expect(clusters).toEqual([]);
	expect(failures).toEqual([{ arn: 'arn:aws:ecs:ap-northeast-1:111122223333:cluster/default', reason: 'MISSING' }]);
	expect(await refusalOf(ecs.listServices({}))).toBe('ClusterNotFoundException: Cluster not found.');
});

test('a cluster can be created and its settings changed', async () => {
	const { ecs } = openEcs();
	await ecs.createCluster({ clusterName: 'staging', tags: [{ key: 'env', value: 'staging' }] });
	const settings = [{ name: 'containerInsights', value: 'enhanced' } as const];
	const { cluster } = await ecs.updateClusterSettings({ cluster: 'staging', settings });
	expect(cluster?.settings).toEqual(settings);
	expect((await ecs.listClusters({})).clusterArns).toHaveLength(2);
});
