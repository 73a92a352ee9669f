import { GetMetricDataCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { DescribeTargetGroupsCommand, DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../../src/drydock/world/clock.ts';
import { NOON, openShop } from '../services/open-shop.ts';
import { the } from '../world/small-shop.ts';
import { serviceOf, tasksOf, textsOf } from './told.ts';

type Shop = ReturnType<typeof openShop>;

async function targetStates({ loadBalancing }: Shop): Promise<string[]> {
	const { TargetGroups } = await loadBalancing.send(new DescribeTargetGroupsCommand({}));
	const { TargetGroupArn } = the(TargetGroups?.[0]);
	const { TargetHealthDescriptions = [] } = await loadBalancing.send(
		new DescribeTargetHealthCommand({ TargetGroupArn }),
	);
	return TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth?.State ?? '');
}

test('scorekeep comes up step by step, and nothing of it fails', async () => {
	const shop = openShop('scorekeep');
	const stages: string[] = [];
	for (let second = 0; second < 90; second += 2) {
		const [task] = await tasksOf(shop, 'games', 'scorekeep');
		const [target = 'none'] = await targetStates(shop);
		const [deployment] = (await serviceOf(shop, 'games', 'scorekeep')).deployments ?? [];
		const stage = `${task?.lastStatus} ${target} ${task?.healthStatus} ${deployment?.rolloutState}`;
		if (stages.at(-1) !== stage) stages.push(stage);
		shop.step(2 * SECOND);
	}
	expect(stages).toEqual([
		'PROVISIONING none UNKNOWN IN_PROGRESS',
		'PENDING none UNKNOWN IN_PROGRESS',
		'ACTIVATING initial UNKNOWN IN_PROGRESS',
		'RUNNING initial UNKNOWN IN_PROGRESS',
		'RUNNING healthy UNKNOWN IN_PROGRESS',
		'RUNNING healthy HEALTHY IN_PROGRESS',
		'RUNNING healthy HEALTHY COMPLETED',
	]);
	const service = await serviceOf(shop, 'games', 'scorekeep');
	const kinds = textsOf(service).map((text) =>
		text.replace(/^\(service scorekeep\) /u, '').replaceAll(/\(.*\) ?/gu, ''),
	);
	expect(kinds.toReversed()).toEqual([
		'has started 2 tasks: .',
		'registered 1 targets in ',
		'registered 1 targets in ',
		'deployment completed.',
		'has reached a steady state.',
	]);
	expect(Number(service.createdAt)).toBe(NOON - 5 * SECOND);
	await expect(tasksOf(shop, 'games', 'scorekeep', 'STOPPED')).resolves.toEqual([]);
});

test('scorekeep has two containers and addresses of the internet, and answers its first request once it is healthy', async () => {
	const shop = openShop('scorekeep');
	const service = await serviceOf(shop, 'games', 'scorekeep');
	const { taskDefinition } = await shop.ecs.send(
		new DescribeTaskDefinitionCommand({ taskDefinition: service.taskDefinition }),
	);
	expect(taskDefinition?.revision).toBe(1);
	expect(taskDefinition?.containerDefinitions?.map(({ name, cpu }) => [name, cpu])).toEqual([
		['scorekeep', 128],
		['scorekeep-api', 384],
	]);
	expect(service.networkConfiguration?.awsvpcConfiguration?.assignPublicIp).toBe('ENABLED');
	const { Metrics } = await shop.cloudWatch.send(new ListMetricsCommand({ MetricName: 'RequestCountPerTarget' }));
	expect(Metrics).toEqual([]);
	shop.step(5 * MINUTE);
	const { Metrics: found } = await shop.cloudWatch.send(
		new ListMetricsCommand({ MetricName: 'RequestCountPerTarget' }),
	);
	const { MetricDataResults } = await shop.cloudWatch.send(
		new GetMetricDataCommand({
			StartTime: new Date(NOON - 10 * MINUTE),
			EndTime: new Date(NOON + 5 * MINUTE),
			MetricDataQueries: [{ Id: 'requests', MetricStat: { Metric: found?.[0], Period: 60, Stat: 'Sum' } }],
			ScanBy: 'TimestampAscending',
		}),
	);
	expect(Number(MetricDataResults?.[0]?.Timestamps?.[0])).toBe(NOON);
	const { events = [] } = await shop.logs.send(
		new FilterLogEventsCommand({ logGroupName: '/ecs/games/scorekeep', filterPattern: 'GET' }),
	);
	expect(events.length).toBeGreaterThan(10);
});
