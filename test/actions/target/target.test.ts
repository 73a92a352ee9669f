import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../src/actions/plan.ts';
import { targetForm } from '../../../src/actions/target/target-form.ts';
import type { TargetInput } from '../../../src/actions/target/target-input.ts';
import { target } from '../../../src/actions/target/target.ts';
import { type ActingShop, actingShop } from '../shop.ts';

const MINUTE = 60_000;

async function setTarget(shop: ActingShop, service: string, input: TargetInput) {
	const plan = await shop.plan(target, service, input);
	return { plan, ...(await shop.carryOut(target, plan)) };
}

const scaling = async (shop: ActingShop, service: string) => {
	const { region } = await shop.subject(service);
	const resourceId = `service/prod/${service}`;
	return (await shop.aws.scaling(region, [resourceId])).get(resourceId);
};

const desired = async (shop: ActingShop, service: string) => {
	const { clusterArn } = await shop.subject(service);
	const [found] = await shop.aws.describeServices(clusterArn, [service]);
	return found?.desiredCount ?? -1;
};

describe('a target that is set', () => {
	test('is there when it says so, and the service follows it', async () => {
		const shop = actingShop();
		const { outcome, plan } = await setTarget(shop, 'search', { cpu: 10 });
		expect(outcome).toEqual({
			state: 'done',
			text: 'search tracks CPU at 10 %, between 2 and 8 tasks.\nIts desired count is 2, with 2 running.',
		});
		const words = plan.remarks.map(({ text }) => text).find((text) => text.includes('→'));
		const wanted = Number(/→ (\d+) tasks/u.exec(words ?? '')?.[1]);
		expect(wanted).toBeGreaterThan(2);
		shop.drydock.control.step(6 * MINUTE);
		// The load moves a little from minute to minute.
		expect(Math.abs((await desired(shop, 'search')) - wanted)).toBeLessThanOrEqual(1);
	});

	test.each<[string, string, TargetInput]>([
		['a target and a cooldown', 'search', { cpu: 50, scaleInCooldown: 60, disableScaleIn: true }],
		['bounds and what is switched off', 'search', { min: 1, max: 20, scaleIn: false, scheduled: false }],
		['a policy that was deleted', 'search', { cpu: null }],
		['one policy for another', 'search', { cpu: null, memory: 70, requests: 2000 }],
		['autoscaling where there was none', 'checkout', { cpu: 60, max: 12 }],
	])('is put back exactly by its undo: %s', async (_, service, input) => {
		const shop = actingShop();
		const before = await scaling(shop, service);
		const { plan, outcome } = await setTarget(shop, service, input);
		expect(outcome).toMatchObject({ state: 'done' });
		expect(await scaling(shop, service)).not.toEqual(before);
		const back = await setTarget(shop, service, plan.undo ?? {});
		expect(back.outcome).toMatchObject({ state: 'done' });
		expect(await scaling(shop, service)).toEqual(before);
	});

	test('that clamps the count says what the count is', async () => {
		const shop = actingShop();
		const { plan, outcome } = await setTarget(shop, 'search', { min: 5 });
		expect(plan.remarks[0]).toEqual({
			level: 'warning',
			text: 'AWS brings the count within the bounds at once: 2 → 5 tasks',
		});
		expect(outcome).toMatchObject({
			text: 'search tracks CPU at 60 %, between 5 and 8 tasks.\nIts desired count is 5, with 2 running.',
		});
	});

	test('for requests counts those of its own load balancer, and keeps them in view', async () => {
		const shop = actingShop();
		await setTarget(shop, 'checkout', { requests: 1000, min: 2, max: 20 });
		const label = (await scaling(shop, 'checkout'))?.policies[0]?.resourceLabel;
		expect(label).toMatch(/^app\/prod-alb\/[\da-f]+\/targetgroup\/prod-checkout\/[\da-f]+$/u);
		const again = await shop.plan(target, 'checkout', { requests: 500 });
		expect(again.remarks[0]?.text).toMatch(
			/^requests per target is at \d+ a minute, the target is 500 a minute: 4 → \d+ tasks$/u,
		);
	});

	test('is not sent when somebody has changed it since: the new plan is shown instead', async () => {
		const shop = actingShop();
		const plan = await shop.plan(target, 'search', { cpu: 50 });
		await setTarget(shop, 'search', { scaleInCooldown: 77 });
		const { outcome } = await shop.carryOut(target, plan);
		expect(outcome).toMatchObject({ state: 'outdated' });
		expect('now' in outcome && !isRefusal(outcome.now) && outcome.now.changes[0]?.input).toMatchObject({
			TargetTrackingScalingPolicyConfiguration: { TargetValue: 50, ScaleInCooldown: 77 },
		});
		expect(shop.sent()).toEqual(['PutScalingPolicy']);
	});

	test('and taken back by somebody at once is not said to be done', async () => {
		const shop = actingShop();
		const plan = await shop.plan(target, 'search', { max: 10 });
		const { outcome } = await shop.carryOut(target, plan, {
			audit: {
				append: async ({ event }) => {
					const [found] = [...shop.drydock.world.scalableTargets.values()];
					if (event === 'answered' && found) found.maxCapacity = 8;
				},
			},
			until: shop.hands.now(),
		});
		expect(outcome).toMatchObject({
			state: 'timed-out',
			text: 'AWS took the autoscaling of search, but the time is up: AWS does not show all of it.',
		});
	});
});

test('a form has what there is before anything is typed', async () => {
	const shop = actingShop();
	await setTarget(shop, 'search', { memory: 70, scaleOut: false });
	const form = targetForm(await target.read(shop.aws, await shop.subject('search'), {}));
	expect(form).toEqual({
		metrics: {
			cpu: {
				target: 60,
				now: expect.closeTo(30, -1),
				scaleInCooldown: 300,
				scaleOutCooldown: 60,
				disableScaleIn: false,
			},
			memory: {
				target: 70,
				now: expect.any(Number),
				scaleInCooldown: undefined,
				scaleOutCooldown: undefined,
				disableScaleIn: false,
			},
			requests: {
				target: undefined,
				now: undefined,
				scaleInCooldown: undefined,
				scaleOutCooldown: undefined,
				disableScaleIn: false,
			},
		},
		bounds: { min: 2, max: 8 },
		scaleIn: true,
		scaleOut: false,
		scheduled: true,
		desiredCount: 2,
		runningCount: 2,
		others: [],
		schedules: [],
	});
	const none = targetForm(await target.read(shop.aws, await shop.subject('checkout'), {}));
	expect(none).toMatchObject({
		bounds: undefined,
		scaleOut: true,
		metrics: { cpu: { target: undefined, now: expect.any(Number) } },
	});
});
