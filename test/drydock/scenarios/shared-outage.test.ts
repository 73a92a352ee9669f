import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeTargetGroupsCommand, DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { expect, test } from 'vitest';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, openShop } from '../services/open-shop.ts';
import { serviceOf, tasksOf, textsOf } from './told.ts';

const ILL = ['checkout', 'orders', 'accounts', 'shipping', 'reviews'];
const WELL = ['catalog', 'search', 'storefront-web'];

type Shop = ReturnType<typeof openShop>;

async function targetsOf({ loadBalancing }: Shop, name: string) {
	const { TargetGroups } = await loadBalancing.send(new DescribeTargetGroupsCommand({ Names: [`prod-${name}`] }));
	const TargetGroupArn = TargetGroups?.[0]?.TargetGroupArn;
	const { TargetHealthDescriptions = [] } = await loadBalancing.send(
		new DescribeTargetHealthCommand({ TargetGroupArn }),
	);
	return TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth);
}

test('shared-outage turns five services unhealthy within two minutes, without a deployment, and leaves the others alone', async () => {
	const shop = openShop('shared-outage');
	for (const name of ILL) {
		const { deployments, events = [] } = await serviceOf(shop, 'prod', name);
		expect(deployments).toHaveLength(1);
		const news = events.filter(({ createdAt }) => Number(createdAt) > NOON - 2 * MINUTE);
		expect(news.at(-1)?.message).toMatch(/is unhealthy in|failed container health checks/u);
		expect((await targetsOf(shop, name)).some((health) => health?.State === 'unhealthy')).toBe(true);
	}
	for (const name of WELL) {
		expect((await targetsOf(shop, name)).every((health) => health?.State === 'healthy')).toBe(true);
		await expect(tasksOf(shop, 'prod', name, 'STOPPED')).resolves.toEqual([]);
	}
	expect((await targetsOf(shop, 'checkout')).map((health) => health?.Reason)).toContain('Target.Timeout');
	expect((await targetsOf(shop, 'orders')).map((health) => health?.Description)).toContain(
		'Health checks failed with these codes: [503]',
	);
	shop.step(3 * MINUTE);
	const { MetricAlarms } = await shop.cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: ['shop-5xx'] }));
	expect(MetricAlarms?.[0]?.StateValue).toBe('ALARM');
	const replaced = await tasksOf(shop, 'prod', 'orders', 'STOPPED');
	expect(replaced[0]?.stoppedReason).toMatch(/^Task failed ELB health checks in \(target-group arn:/u);
});

test("shared-outage has the logs of those that wait name the database's host, in running containers too, and no others", async () => {
	const shop = openShop('shared-outage');
	const timeouts = async (name: string, startTime: number, endTime: number) => {
		const { events = [] } = await shop.logs.send(
			new FilterLogEventsCommand({
				logGroupName: `/ecs/prod/${name}`,
				startTime,
				endTime,
				filterPattern: '"orders-db.shop.internal:5432: query timed out"',
			}),
		);
		return events.length;
	};
	for (const name of ILL) {
		expect(await timeouts(name, NOON - 10 * MINUTE, NOON - 2 * MINUTE)).toBe(0);
		expect(await timeouts(name, NOON - 2 * MINUTE, NOON)).toBeGreaterThan(2);
	}
	for (const name of WELL) expect(await timeouts(name, NOON - 2 * MINUTE, NOON)).toBe(0);
});

test('shared-outage is over when the database is well again', async () => {
	const shop = openShop('shared-outage');
	shop.step(28 * MINUTE);
	for (const name of ILL) {
		const service = await serviceOf(shop, 'prod', name);
		expect(service.runningCount).toBe(service.desiredCount);
		expect(textsOf(service)[0]).toBe(`(service ${name}) has reached a steady state.`);
		expect((await targetsOf(shop, name)).every((health) => health?.State === 'healthy')).toBe(true);
	}
});
