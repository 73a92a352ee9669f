import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeTasksCommand, ListTasksCommand } from '@aws-sdk/client-ecs';
import { GetServiceQuotaCommand } from '@aws-sdk/client-service-quotas';
import { describe, expect, test } from 'vitest';
import { NOON, openShop } from '../open-shop.ts';

const MINUTE = 60_000;

describe('Service Quotas', () => {
	const { quotas, cloudWatch, ecs } = openShop();
	const quota = async (QuotaCode: string, ServiceCode = 'fargate') =>
		(await quotas.send(new GetServiceQuotaCommand({ ServiceCode, QuotaCode }))).Quota;

	test('has the quotas of Fargate, with the metric that says what is in use', async () => {
		expect(await quota('L-3032A538')).toMatchObject({
			QuotaName: 'Fargate On-Demand vCPU resource count',
			Value: 4000,
			UsageMetric: {
				MetricNamespace: 'AWS/Usage',
				MetricName: 'ResourceCount',
				MetricDimensions: { Class: 'Standard/OnDemand', Resource: 'vCPU', Service: 'Fargate', Type: 'Resource' },
			},
		});
		expect(await quota('L-36FBB829')).toMatchObject({ UsageMetric: { MetricDimensions: { Class: 'Standard/Spot' } } });
	});

	test('has no others', async () => {
		await expect(quota('L-00000000')).rejects.toMatchObject({ name: 'NoSuchResourceException' });
		await expect(quota('L-3032A538', 'ec2')).rejects.toMatchObject({ name: 'NoSuchResourceException' });
	});

	test('and CloudWatch counts the vCPUs of the tasks that run', async () => {
		const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster: 'prod' }));
		const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster: 'prod', tasks: taskArns }));
		const vcpus = tasks.reduce((sum, { cpu }) => sum + Number(cpu) / 1024, 0);
		const usage = (Class: string) => ({
			Metric: {
				Namespace: 'AWS/Usage',
				MetricName: 'ResourceCount',
				Dimensions: Object.entries({ Class, Resource: 'vCPU', Service: 'Fargate', Type: 'Resource' }).map(
					([Name, Value]) => ({ Name, Value }),
				),
			},
			Period: 60,
			Stat: 'Maximum',
		});
		const { MetricDataResults: [onDemand, spot, unknown] = [] } = await cloudWatch.send(
			new GetMetricDataCommand({
				StartTime: new Date(NOON - 5 * MINUTE),
				EndTime: new Date(NOON),
				MetricDataQueries: [
					{ Id: 'a', MetricStat: usage('Standard/OnDemand') },
					{ Id: 'b', MetricStat: usage('Standard/Spot') },
					{ Id: 'c', MetricStat: usage('None') },
				],
			}),
		);
		expect(vcpus).toBeGreaterThan(1);
		expect(onDemand?.Values).toEqual([vcpus, vcpus, vcpus, vcpus]);
		expect(spot?.Values).toEqual([0, 0, 0, 0]);
		expect(unknown?.Values).toEqual([]);
	});
});
