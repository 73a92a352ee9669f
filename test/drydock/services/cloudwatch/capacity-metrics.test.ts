import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { expect, test } from 'vitest';
import { the } from '../../world/small-shop.ts';
import { openEcs } from '../ecs/open-ecs.ts';

const MINUTE = 60_000;
const cluster = { Namespace: 'AWS/ECS', Dimensions: [{ Name: 'ClusterName', Value: 'prod' }] };
const provider = {
	Namespace: 'AWS/ECS/ManagedScaling',
	Dimensions: [
		{ Name: 'CapacityProviderName', Value: 'ec2' },
		{ Name: 'ClusterName', Value: 'prod' },
	],
};

/** Two m5.large (2,048 units, 7,680 MiB each) of which four tasks reserve 256 units and 3,072 MiB each. */
function open() {
	const shop = openEcs(
		['{ name: cart, tasks: 4, memory: 3072, capacity: { ec2: 1 } }'],
		['{ name: ecs, type: m5.large, desired: 2, capacityProvider: ec2, targetCapacity: 100 }'],
	);
	const cloudWatch = new CloudWatch(shop.config);
	const newest = async (metric: typeof cluster, MetricName: string) => {
		const { Datapoints = [] } = await cloudWatch.getMetricStatistics({
			...metric,
			MetricName,
			StartTime: new Date(shop.world.clock.now - 5 * MINUTE),
			EndTime: new Date(shop.world.clock.now),
			Period: 60,
			Statistics: ['Average'],
		});
		return the(Datapoints.toSorted((one, other) => Number(one.Timestamp) - Number(other.Timestamp)).at(-1)).Average;
	};
	return { ...shop, cloudWatch, newest };
}

test('a cluster has the share of its instances that tasks reserve', async () => {
	const { newest } = open();
	expect(await newest(cluster, 'CPUReservation')).toBe(25);
	expect(await newest(cluster, 'MemoryReservation')).toBe(80);
});

test('a capacity provider needs more than it has while tasks wait', async () => {
	const { newest, ecs, step } = open();
	expect(await newest(provider, 'CapacityProviderReservation')).toBe(100);
	await ecs.updateService({ cluster: 'prod', service: 'cart', desiredCount: 6 });
	step(5 * MINUTE);
	expect(await newest(provider, 'CapacityProviderReservation')).toBe(150);
});

test('ListMetrics tells of both, and of neither where there are no instances', async () => {
	const { cloudWatch } = open();
	const named = async (Namespace: string, from = cloudWatch) =>
		(await from.listMetrics({ Namespace })).Metrics?.map(({ MetricName }) => MetricName);
	expect(await named('AWS/ECS')).toEqual([
		'CPUUtilization',
		'MemoryUtilization',
		'CPUReservation',
		'MemoryReservation',
	]);
	expect(await named('AWS/ECS/ManagedScaling')).toEqual(['CapacityProviderReservation']);
	const onFargate = new CloudWatch(openEcs(['{ name: cart }']).config);
	expect(await named('AWS/ECS', onFargate)).toEqual(['CPUUtilization', 'MemoryUtilization']);
});
