import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { expect, test } from 'vitest';
import { awsOver, REGION } from './aws-over.ts';

const NOON = Date.UTC(2026, 2, 1, 12);
const MINUTE = 60_000;
const range = { from: NOON + 20_000, to: NOON + 3 * MINUTE, periodMs: MINUTE };

type Input = {
	readonly MetricDataQueries: readonly MetricDataQuery[];
	readonly StartTime: Date;
	readonly EndTime: Date;
};

/** CPU has a datapoint in the first and the third minute; memory has none. */
function cloudwatch(asked: Input[]) {
	return {
		GetMetricData: (input: Input) => {
			asked.push(input);
			return {
				MetricDataResults: input.MetricDataQueries.map(({ Id, MetricStat }) => ({
					Id,
					Timestamps:
						MetricStat?.Metric?.MetricName === 'CPUUtilization' ? [new Date(NOON + 2 * MINUTE), new Date(NOON)] : [],
					Values: MetricStat?.Metric?.MetricName === 'CPUUtilization' ? [91.5, 40] : [],
				})),
			};
		},
	};
}

test('a series lies on the minute grid, and a minute without data is a gap', async () => {
	const { aws } = awsOver({ cloudwatch: cloudwatch([]) });
	const metrics = await aws.serviceMetrics(REGION, [{ clusterName: 'prod', serviceName: 'checkout' }], range);
	expect(metrics.get('prod/checkout')).toEqual({
		cpu: { startedAt: NOON, periodMs: MINUTE, values: [40, null, 91.5] },
		memory: { startedAt: NOON, periodMs: MINUTE, values: [null, null, null] },
	});
});

test('the query names the cluster before the service, and whole minutes', async () => {
	const asked: Input[] = [];
	const { aws } = awsOver({ cloudwatch: cloudwatch(asked) });
	await aws.serviceMetrics(REGION, [{ clusterName: 'prod', serviceName: 'checkout' }], range);
	expect(asked[0]?.StartTime).toEqual(new Date(NOON));
	expect(asked[0]?.EndTime).toEqual(new Date(NOON + 3 * MINUTE));
	expect(asked[0]?.MetricDataQueries[0]).toEqual({
		Id: 'cpu0',
		MetricStat: {
			Metric: {
				Namespace: 'AWS/ECS',
				MetricName: 'CPUUtilization',
				Dimensions: [
					{ Name: 'ClusterName', Value: 'prod' },
					{ Name: 'ServiceName', Value: 'checkout' },
				],
			},
			Period: 60,
			Stat: 'Average',
		},
	});
});

test('no call has more than 500 queries', async () => {
	const asked: Input[] = [];
	const { aws } = awsOver({ cloudwatch: cloudwatch(asked) });
	const services = Array.from({ length: 400 }, (_, index) => ({
		clusterName: 'prod',
		serviceName: `service-${index}`,
	}));
	expect((await aws.serviceMetrics(REGION, services, range)).size).toBe(400);
	expect(asked.map(({ MetricDataQueries }) => MetricDataQueries.length)).toEqual([500, 300]);
});

test('a series that AWS splits over pages is put together', async () => {
	const { aws } = awsOver({
		cloudwatch: {
			GetMetricData: ({ NextToken }: { NextToken?: string }) => ({
				MetricDataResults: [
					{ Id: 'cpu0', Timestamps: [new Date(NOON + (NextToken ? MINUTE : 0))], Values: [NextToken ? 2 : 1] },
				],
				...(NextToken ? {} : { NextToken: 'more' }),
			}),
		},
	});
	const metrics = await aws.serviceMetrics(REGION, [{ clusterName: 'prod', serviceName: 'checkout' }], range);
	expect(metrics.get('prod/checkout')?.cpu.values).toEqual([1, 2, null]);
});
