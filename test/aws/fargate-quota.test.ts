import { expect, test } from 'vitest';
import { awsOver, REGION } from './aws-over.ts';
import { failureOf } from './failure-of.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-20T12:00:00Z');

const UsageMetric = {
	MetricNamespace: 'AWS/Usage',
	MetricName: 'ResourceCount',
	MetricDimensions: { Class: 'Standard/Spot', Service: 'Fargate' },
	MetricStatisticRecommendation: 'Maximum',
};

function account(quota: object, values: readonly number[] = []) {
	const asked: unknown[] = [];
	const over = awsOver(
		{
			servicequotas: {
				GetServiceQuota: (input: unknown) => {
					asked.push(input);
					return { Quota: quota };
				},
			},
			cloudwatch: {
				GetMetricData: (input: unknown) => {
					asked.push(input);
					const Timestamps = values.map((_, index) => new Date(NOW - index * MINUTE));
					return { MetricDataResults: [{ Id: 'used', Values: values, Timestamps }] };
				},
			},
		},
		{ clock: { now: () => NOW } },
	);
	return { ...over, asked };
}

test('the quota comes with what was in use last, by the metric that AWS names for it', async () => {
	const { aws, asked } = account({ Value: 400, UsageMetric }, [12.5, 11, 90]);
	expect(await aws.fargateQuota(REGION, 'spot')).toEqual({ kind: 'spot', vcpus: 400, used: 12.5 });
	expect(asked).toEqual([
		{ ServiceCode: 'fargate', QuotaCode: 'L-36FBB829' },
		expect.objectContaining({
			StartTime: new Date(NOW - 15 * MINUTE),
			EndTime: new Date(NOW),
			MetricDataQueries: [
				{
					Id: 'used',
					MetricStat: {
						Metric: {
							Namespace: 'AWS/Usage',
							MetricName: 'ResourceCount',
							Dimensions: [
								{ Name: 'Class', Value: 'Standard/Spot' },
								{ Name: 'Service', Value: 'Fargate' },
							],
						},
						Period: 60,
						Stat: 'Maximum',
					},
				},
			],
		}),
	]);
});

test('an answer without a quota is none: a quota of nothing would be believed', async () => {
	expect(await failureOf(account({ UsageMetric }).aws.fargateQuota(REGION, 'spot'))).toMatchObject({
		kind: 'server-fault',
		operation: 'GetServiceQuota',
	});
});

test('what is in use stays open where nothing was counted, or AWS names no metric', async () => {
	expect(await account({ Value: 400, UsageMetric }).aws.fargateQuota(REGION, 'on-demand')).toEqual({
		kind: 'on-demand',
		vcpus: 400,
	});
	const { aws, operations } = account({ Value: 6 }, [12]);
	expect(await aws.fargateQuota(REGION, 'on-demand')).toEqual({ kind: 'on-demand', vcpus: 6 });
	expect(operations()).toEqual(['GetServiceQuota']);
});
