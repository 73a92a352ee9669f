import {
	DescribeAlarmHistoryCommand,
	DescribeAlarmsCommand,
	GetMetricStatisticsCommand,
	ListMetricsCommand,
} from '@aws-sdk/client-cloudwatch';
import { describe, expect, test } from 'vitest';
import { NOON, openShop } from '../open-shop.ts';

describe('CloudWatch', () => {
	const { cloudWatch } = openShop('cpu-ceiling');

	test('has the alarms of target tracking, with their state and why', async () => {
		const { MetricAlarms = [] } = await cloudWatch.send(
			new DescribeAlarmsCommand({ AlarmNamePrefix: 'TargetTracking-service/prod/search-' }),
		);
		expect(MetricAlarms).toHaveLength(2);
		expect(MetricAlarms[0]).toMatchObject({
			AlarmName: expect.stringMatching(/^TargetTracking-service\/prod\/search-AlarmHigh-/),
			StateValue: 'ALARM',
			StateReason: expect.stringMatching(
				/^Threshold Crossed: 3 datapoints \[.* \(20\/11\/26 \d\d:\d\d:00\), .*\] were greater than the threshold \(60\.0\)\.$/,
			),
			Threshold: 60,
			EvaluationPeriods: 3,
			Period: 60,
			ComparisonOperator: 'GreaterThanThreshold',
		});
		expect(MetricAlarms[1]?.StateValue).toBe('OK');
	});

	test('finds alarms by state', async () => {
		const { MetricAlarms = [] } = await cloudWatch.send(new DescribeAlarmsCommand({ StateValue: 'ALARM' }));
		expect(MetricAlarms.length).toBeGreaterThan(0);
		expect(MetricAlarms.every(({ StateValue }) => StateValue === 'ALARM')).toBe(true);
	});

	test('remembers when an alarm changed its state', async () => {
		const { AlarmHistoryItems = [] } = await cloudWatch.send(new DescribeAlarmHistoryCommand({ MaxRecords: 100 }));
		const summaries = AlarmHistoryItems.map(({ HistorySummary }) => HistorySummary);
		expect(summaries).toContain('Alarm updated from OK to ALARM');
		const times = AlarmHistoryItems.map(({ Timestamp }) => Number(Timestamp));
		expect(times).toEqual(times.toSorted((one, other) => other - one));
	});

	test('lists the metrics of every service, narrowed by dimension', async () => {
		const all = await cloudWatch.send(new ListMetricsCommand({ Namespace: 'AWS/ECS' }));
		expect(all.Metrics).toHaveLength(4);
		const search = await cloudWatch.send(
			new ListMetricsCommand({ MetricName: 'CPUUtilization', Dimensions: [{ Name: 'ServiceName', Value: 'search' }] }),
		);
		expect(search.Metrics).toEqual([
			{
				Namespace: 'AWS/ECS',
				MetricName: 'CPUUtilization',
				Dimensions: [
					{ Name: 'ClusterName', Value: 'prod' },
					{ Name: 'ServiceName', Value: 'search' },
				],
			},
		]);
	});

	test('gives statistics, but not more than 1,440 data points', async () => {
		const input = {
			Namespace: 'AWS/ECS',
			MetricName: 'MemoryUtilization',
			Dimensions: [
				{ Name: 'ClusterName', Value: 'prod' },
				{ Name: 'ServiceName', Value: 'search' },
			],
			StartTime: new Date(NOON - 3_600_000),
			EndTime: new Date(NOON),
			Period: 3600,
			Statistics: ['Average' as const, 'Maximum' as const],
		};
		const { Datapoints = [] } = await cloudWatch.send(new GetMetricStatisticsCommand(input));
		expect(Datapoints).toHaveLength(1);
		expect(Datapoints[0]).toMatchObject({ Unit: 'Percent', Average: expect.any(Number), Maximum: expect.any(Number) });
		await expect(
			cloudWatch.send(new GetMetricStatisticsCommand({ ...input, Period: 60, StartTime: new Date(0) })),
		).rejects.toMatchObject({ name: 'InvalidParameterCombinationException' });
	});

	test('gives percentiles beside statistics, and refuses what is no statistic or no period', async () => {
		const input = {
			Namespace: 'AWS/ECS',
			MetricName: 'CPUUtilization',
			Dimensions: [
				{ Name: 'ClusterName', Value: 'prod' },
				{ Name: 'ServiceName', Value: 'search' },
			],
			StartTime: new Date(NOON - 600_000),
			EndTime: new Date(NOON),
			Period: 300,
		};
		const ask = (change: object) => cloudWatch.send(new GetMetricStatisticsCommand({ ...input, ...change }));
		const { Datapoints = [] } = await ask({ ExtendedStatistics: ['p95', 'p99.9'] });
		expect(Datapoints[0]?.ExtendedStatistics).toEqual({ p95: expect.any(Number), 'p99.9': expect.any(Number) });
		await expect(ask({ Statistics: ['BOGUS'] })).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
		await expect(ask({ Statistics: ['Average'], Period: 45 })).rejects.toMatchObject({
			message: 'The parameter Period must be a multiple of 60.',
		});
		const backwards = { StartTime: input.EndTime, EndTime: input.StartTime, Statistics: ['Average'] };
		await expect(ask(backwards)).rejects.toMatchObject({
			message: 'The parameter StartTime must be less than the parameter EndTime.',
		});
	});
});

describe('an alarm that somebody made', () => {
	const { cloudWatch, step } = openShop('blue-green');
	const AlarmNames = ['checkout-5xx'];
	const described = async () => (await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames }))).MetricAlarms?.[0];

	test('is described with what it watches', async () => {
		expect(await described()).toMatchObject({
			AlarmArn: 'arn:aws:cloudwatch:ap-northeast-1:111122223333:alarm:checkout-5xx',
			StateValue: 'OK',
			Namespace: 'AWS/ApplicationELB',
			MetricName: 'HTTPCode_Target_5XX_Count',
			Dimensions: [{ Name: 'LoadBalancer', Value: expect.stringMatching(/^app\/prod-alb\/[0-9a-f]{16}$/) }],
			Statistic: 'Sum',
			Threshold: 20,
			EvaluationPeriods: 3,
			ComparisonOperator: 'GreaterThanThreshold',
		});
	});

	test('goes off with its metric, says why, and remembers it', async () => {
		for (let minute = 0; minute < 8 && (await described())?.StateValue !== 'ALARM'; minute++) step(60_000);
		const { AlarmHistoryItems: [newest] = [] } = await cloudWatch.send(
			new DescribeAlarmHistoryCommand({ AlarmName: 'checkout-5xx' }),
		);
		expect(newest?.HistorySummary).toBe('Alarm updated from OK to ALARM');
		expect(await described()).toMatchObject({
			StateValue: 'ALARM',
			StateReason: expect.stringMatching(
				/^Threshold Crossed: 3 datapoints \[\d+\.0 \(.*\] were greater than the threshold \(20\.0\)\.$/,
			),
		});
	});
});
