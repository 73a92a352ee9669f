import { describe, expect, test } from 'vitest';
import { readScaleSnapshot } from '../../../src/actions/scale/scale-snapshot.ts';
import { scale } from '../../../src/actions/scale/scale.ts';
import { actingShop } from '../shop.ts';

const ROOM = ['DescribeSubnets', 'DescribeTaskDefinition', 'GetMetricData', 'GetServiceQuota'];

/** The looks at room that a change asks for, by name. */
async function looks(count: string): Promise<readonly string[]> {
	const shop = actingShop();
	const subject = await shop.subject('checkout');
	await readScaleSnapshot(shop.aws, subject, { count });
	const { calls } = shop.drydock.dispatcher.log;
	return calls
		.map(({ operation }) => operation)
		.filter((operation) => ROOM.includes(operation))
		.toSorted();
}

describe('what is read to change a count', () => {
	test('is the room for more tasks, each thing once', async () => {
		expect(await looks('+2')).toEqual(ROOM);
	});

	test.each(['-1', '0', 'x1', 'many'])('is nothing of it for %s', async (count) => {
		expect(await looks(count)).toEqual([]);
	});

	test('has the time of AWS', async () => {
		const shop = actingShop();
		const { now } = await readScaleSnapshot(shop.aws, await shop.subject('checkout'), { count: '0' });
		expect(Math.abs(now - shop.drydock.world.clock.now)).toBeLessThan(2_000);
	});
});

describe('the plan of more tasks', () => {
	test('tells what they cost, and that there is room', async () => {
		const { remarks } = await actingShop().plan(scale, 'checkout', { count: '+2' });
		expect(remarks.map(({ level, text }) => `${level}: ${text}`)).toEqual([
			'info: 4 → 6 tasks of :42 (0.5 vCPU, 1 GB): about +45 USD a month',
			expect.stringMatching(/^good: subnets have 12\d{3} free addresses$/u),
			'good: Fargate has 7.5 of 4000 vCPUs in use',
		]);
	});

	test('is made all the same when nothing of it may be looked at', async () => {
		const shop = actingShop();
		const denied = ['ecs:DescribeTaskDefinition', 'ec2:DescribeSubnets', 'servicequotas:GetServiceQuota'];
		shop.drydock.dispatcher.setFaults(denied.map((operation) => ({ operation, accessDenied: true })));
		const { remarks } = await shop.plan(scale, 'checkout', { count: '+2' });
		expect(remarks.filter(({ level }) => level === 'unknown').map(({ text }) => text)).toEqual([
			'size of a task: no permission to look (ecs:DescribeTaskDefinition)',
			'addresses of the subnets: no permission to look (ec2:DescribeSubnets)',
			'quota of Fargate: no permission to look (servicequotas:GetServiceQuota)',
		]);
	});
});
