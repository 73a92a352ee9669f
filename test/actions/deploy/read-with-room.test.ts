import { describe, expect, test } from 'vitest';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import { actingShop, type ActingShop } from '../shop.ts';

const ADDRESSES = /^(?:\d+ more tasks need|subnets have|subnet-0)/u;

async function aboutAddresses(shop: ActingShop): Promise<readonly string[]> {
	const { remarks } = await shop.plan(deploy, 'checkout', { tag: '2' });
	return remarks.filter(({ text }) => ADDRESSES.test(text)).map(({ level, text }) => `${level}: ${text}`);
}

/** Leaves so many addresses free in each of the shop's subnets. */
function leaveFree(shop: ActingShop, free: number): void {
	for (const { taken } of shop.drydock.world.subnets.values()) {
		for (let place = 0; taken.size < 4096 - 5 - free; place++) taken.add(place);
	}
}

describe('a deployment that runs both revisions for a while', () => {
	test('is told that there are addresses for both', async () => {
		expect(await aboutAddresses(actingShop())).toEqual([
			expect.stringMatching(/^good: subnets have 12\d{3} free addresses$/u),
		]);
	});

	test('is warned when there are not', async () => {
		const shop = actingShop();
		leaveFree(shop, 1);
		expect(await aboutAddresses(shop)).toEqual([
			expect.stringMatching(/^warning: 4 more tasks need 4 addresses; subnet-0.* have 3 free$/u),
		]);
	});
});

test('one that stops old tasks first asks for no room', async () => {
	const shop = actingShop();
	for (const service of shop.drydock.world.services.values()) {
		const { deploymentConfiguration } = service.settings;
		const rolling = { ...deploymentConfiguration, minimumHealthyPercent: 50, maximumPercent: 100 };
		service.settings = { ...service.settings, deploymentConfiguration: rolling };
	}
	expect(await aboutAddresses(shop)).toEqual([]);
	expect(shop.drydock.dispatcher.log.calls.map(({ operation }) => operation)).not.toContain('DescribeSubnets');
});
