import { DescribeScalingActivitiesCommand } from '@aws-sdk/client-application-auto-scaling';
import { GetMetricDataCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeTaskDefinitionCommand, ListServicesCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { DescribeTargetGroupsCommand, DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, test } from 'vitest';
import { createDrydock } from '../../../src/drydock/drydock.ts';
import { HOUR, MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, openShop } from '../services/open-shop.ts';
import { the } from '../world/small-shop.ts';
import { serviceOf, tasksOf, textsOf } from './told.ts';

const ROUTINE =
	/has started \d+ tasks: |registered \d+ targets in |begun draining connections on|has stopped \d+ running tasks: |deployment completed\.$|has reached a steady state\.$/u;

type Shop = ReturnType<typeof openShop>;

async function namesOf({ ecs }: Shop): Promise<string[]> {
	const { serviceArns = [] } = await ecs.send(new ListServicesCommand({ cluster: 'prod' }));
	return serviceArns.map((arn) => arn.slice(arn.lastIndexOf('/') + 1));
}

describe('calm, for an hour,', () => {
	const shop = openShop('calm');

	test('has nothing but healthy tasks, healthy targets and routine events', async () => {
		const { TargetGroups = [] } = await shop.loadBalancing.send(new DescribeTargetGroupsCommand({}));
		const states = new Set<string | undefined>();
		for (let minute = 0; minute < 60; minute++) {
			shop.step(MINUTE);
			for (const { TargetGroupArn } of TargetGroups) {
				const { TargetHealthDescriptions = [] } = await shop.loadBalancing.send(
					new DescribeTargetHealthCommand({ TargetGroupArn }),
				);
				for (const { TargetHealth } of TargetHealthDescriptions) states.add(TargetHealth?.State);
			}
		}
		expect(states).toEqual(new Set(['healthy', 'draining']));
		for (const name of await namesOf(shop)) {
			const service = await serviceOf(shop, 'prod', name);
			expect(service.runningCount).toBe(service.desiredCount);
			expect(textsOf(service).filter((text) => !ROUTINE.test(text))).toEqual([]);
			for (const task of await tasksOf(shop, 'prod', name)) expect(task.healthStatus).toBe('HEALTHY');
			for (const task of await tasksOf(shop, 'prod', name, 'STOPPED'))
				expect(task.stoppedReason).toMatch(/^Scaling activity initiated by \(deployment ecs-svc\/\d+\)$/u);
		}
	});

	test('sees one deployment, which goes through', async () => {
		const { deployments, taskDefinition } = await serviceOf(shop, 'prod', 'cart');
		expect(deployments).toMatchObject([{ rolloutState: 'COMPLETED', failedTasks: 0 }]);
		expect(taskDefinition).toMatch(/cart:89$/u);
	});

	test('scales nothing, with utilization well below what is reserved', async () => {
		const { ScalingActivities } = await shop.scaling.send(
			new DescribeScalingActivitiesCommand({ ServiceNamespace: 'ecs', IncludeNotScaledActivities: true }),
		);
		const reasons = ScalingActivities?.flatMap(({ NotScaledReasons = [] }) => NotScaledReasons);
		expect(reasons).toEqual(ScalingActivities?.map(() => ({ Code: 'AlreadyAtMinCapacity', MinCapacity: 2 })));
		const { Metrics = [] } = await shop.cloudWatch.send(new ListMetricsCommand({ Namespace: 'AWS/ECS' }));
		const { MetricDataResults = [] } = await shop.cloudWatch.send(
			new GetMetricDataCommand({
				StartTime: new Date(NOON - 3 * HOUR),
				EndTime: new Date(NOON + HOUR),
				MetricDataQueries: Metrics.map((Metric, index) => ({
					Id: `m${index}`,
					MetricStat: { Metric, Period: 60, Stat: 'Maximum' },
				})),
			}),
		);
		expect(MetricDataResults).toHaveLength(8);
		for (const { Values = [] } of MetricDataResults) {
			expect(Values.length).toBeGreaterThan(170);
			expect(Math.max(...Values)).toBeLessThan(80);
		}
	});

	test('has task definitions with nothing risky: tags that say what they are, sizes, health checks, logs', async () => {
		for (const name of await namesOf(shop)) {
			const service = await serviceOf(shop, 'prod', name);
			expect(service.deploymentConfiguration?.deploymentCircuitBreaker).toMatchObject({ enable: true, rollback: true });
			const { taskDefinition } = await shop.ecs.send(
				new DescribeTaskDefinitionCommand({ taskDefinition: service.taskDefinition }),
			);
			for (const container of the(taskDefinition?.containerDefinitions)) {
				expect(container.image).toMatch(/:\d+$/u);
				expect(container.cpu).toBeGreaterThan(0);
				expect(container.healthCheck?.command?.[0]).toBe('CMD-SHELL');
				expect(container.logConfiguration?.options?.['awslogs-stream-prefix']).toBe('ecs');
			}
		}
	});
});

test('calm scales nothing at any time of the day', () => {
	for (let hour = 0; hour < 24; hour += 6) {
		const { world, control } = createDrydock({ scenario: 'calm', startAt: NOON + hour * HOUR, now: () => NOON });
		control.step(HOUR);
		const activities = [...world.scalableTargets.values()].flatMap((target) => target.activities);
		expect(activities.filter(({ toCount }) => toCount !== undefined)).toEqual([]);
	}
});

test('calm takes a deployment of somebody else as well', async () => {
	const shop = openShop('calm');
	await shop.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'search', forceNewDeployment: true }));
	shop.step(5 * MINUTE);
	const { deployments } = await serviceOf(shop, 'prod', 'search');
	expect(deployments).toMatchObject([{ rolloutState: 'COMPLETED', failedTasks: 0 }]);
});
