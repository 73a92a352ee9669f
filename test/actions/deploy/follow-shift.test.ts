import { ContinueServiceDeploymentCommand, ECSClient } from '@aws-sdk/client-ecs';
import { expect, test } from 'vitest';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import type { Outcome } from '../../../src/actions/outcome.ts';
import { clientOf } from '../../drydock/wire/dispatcher.ts';
import { actingShop, type ActingShop } from '../shop.ts';

const MINUTE = 60_000;

/** A shop whose deployments shift traffic, long after those of its script have ended. */
function shiftingShop(): ActingShop {
	const shop = actingShop('blue-green');
	shop.drydock.control.step(90 * MINUTE);
	return shop;
}

async function deployed(shop: ActingShop, service: string, tag: string, minutes: number) {
	const plan = await shop.plan(deploy, service, { tag });
	const { progress, outcome } = await shop.carryOut(deploy, plan, { until: shop.hands.now() + minutes * MINUTE });
	const steps = progress.flatMap((step) => (step.kind === 'progress' ? [step] : []));
	const rollouts = steps.flatMap(({ rollout }) => rollout ?? []);
	return { plan, steps, rollouts, texts: steps.map(({ text }) => text), outcome: outcome as Outcome };
}

test('a linear deployment is followed step by step, through its bake time to its end', async () => {
	const { rollouts, outcome } = await deployed(shiftingShop(), 'catalog', '207', 60);
	expect(outcome).toEqual({ state: 'done', text: 'catalog runs catalog:207.' });
	const shares = rollouts.map(({ revisions: [own, old] }) => `${own?.productionTraffic}/${old?.productionTraffic}`);
	expect([...new Set(shares)]).toEqual(['0/100', '25/75', '50/50', '75/25', '100/0']);
	expect([...new Set(rollouts.flatMap(({ stage }) => stage ?? []))]).toEqual([
		'PRE_SCALE_UP',
		'SCALE_UP',
		'POST_SCALE_UP',
		'TEST_TRAFFIC_SHIFT',
		'POST_TEST_TRAFFIC_SHIFT',
		'PRE_PRODUCTION_TRAFFIC_SHIFT',
		'PRODUCTION_TRAFFIC_SHIFT',
		'POST_PRODUCTION_TRAFFIC_SHIFT',
		'BAKE_TIME',
		'CLEAN_UP',
	]);
	const baking = rollouts.find(({ stage }) => stage === 'BAKE_TIME');
	const bakedFrom = baking?.moments.find(({ text }) => text === 'baking')?.at ?? 0;
	expect(baking?.bakeUntil).toBe(bakedFrom + 5 * MINUTE);
	expect(rollouts.find(({ stage }) => stage === 'POST_SCALE_UP')?.revisions[0]).toMatchObject({
		running: 3,
		isNew: true,
	});
});

test('the time that it shifts and bakes by its own settings is not counted', async () => {
	const { plan, outcome } = await deployed(shiftingShop(), 'catalog', '207', 5);
	expect(plan.remarks).toContainEqual({
		level: 'info',
		text: 'linear: 25 % of the traffic every 3 min, all of it after 9 min',
	});
	expect(plan.remarks).toContainEqual({
		level: 'info',
		text: 'the old tasks stay 5 min longer: till then the way back takes seconds',
	});
	expect(outcome).toEqual({ state: 'done', text: 'catalog runs catalog:207.' });
});

test('one that is slow, and shifts its traffic when the time is up, is not brought back', async () => {
	const { rollouts, outcome } = await deployed(shiftingShop(), 'catalog', '207', -8);
	expect(rollouts.at(-1)?.stage).toBe('PRODUCTION_TRAFFIC_SHIFT');
	expect(outcome.state).toBe('timed-out');
	expect(outcome.stuck).toBeUndefined();
});

test('a canary that an alarm rolls back has failed, and the alarm is named', async () => {
	const { texts, plan, outcome } = await deployed(shiftingShop(), 'checkout', '43', 60);
	expect(plan.remarks).toContainEqual({ level: 'good', text: 'an alarm rolls it back: checkout-5xx' });
	expect(texts).toContainEqual(expect.stringMatching(/^rolling back checkout:\d+ · .* · alarm checkout-5xx$/u));
	expect(outcome.state).toBe('failed');
	expect(outcome.text).toMatch(
		/^checkout:\d+ failed, and was rolled back to checkout:42\.\n.*\nAlarms that fired: checkout-5xx\.$/u,
	);
	expect(outcome.stuck).toBeUndefined();
});

test('an alarm that fires already, or may not be looked at, is told beforehand', async () => {
	const shop = actingShop('blue-green');
	shop.drydock.control.step(4 * MINUTE);
	const said = async () =>
		(await shop.plan(deploy, 'checkout', { tag: '44' })).remarks.filter(({ text }) => text.includes('alarm'));
	expect(await said()).toContainEqual({
		level: 'warning',
		text: 'checkout-5xx fires already: ECS ignores all alarms for the whole deployment then',
	});
	shop.drydock.dispatcher.setFaults([{ operation: 'cloudwatch:DescribeAlarms', accessDenied: true }]);
	expect(await said()).toContainEqual({
		level: 'unknown',
		text: 'deployment alarms: no permission to look (cloudwatch:DescribeAlarms)',
	});
});

test('a pause says how to continue, and what waits by its own settings is not brought back when the time is up', async () => {
	const { steps, rollouts, outcome } = await deployed(shiftingShop(), 'cart', '90', 10);
	const how = '`deckwatch continue-deployment cart` lets it go on, and with --rollback takes it back.';
	expect(steps.at(-1)).toMatchObject({
		next: how,
		text: expect.stringMatching(/ · waits to be continued until .*, when it is rolled back$/u),
	});
	expect(rollouts.at(-1)?.waitingFor).toMatchObject([
		{ targetType: 'PAUSE', status: 'AWAITING_ACTION', timeoutAction: 'ROLLBACK' },
	]);
	expect(outcome).toMatchObject({
		state: 'timed-out',
		next: `${how}\n\`deckwatch deployments cart\` shows how it goes on.`,
	});
	expect(outcome.stuck).toBeUndefined();
});

test('a pause that somebody continues goes on to its end', async () => {
	const shop = shiftingShop();
	const ecs = new ECSClient({ ...clientOf(shop.drydock.dispatcher), region: 'ap-northeast-1' });
	const plan = await shop.plan(deploy, 'cart', { tag: '90' });
	const { subject } = plan;
	let continued = 0;
	const { outcome } = await shop.carryOut(deploy, plan, {
		until: shop.hands.now() + 60 * MINUTE,
		wait: async (ms) => {
			const [rollout] = await shop.aws.serviceDeployments(subject.serviceArn, subject.clusterArn);
			const hook = rollout?.hooks?.find(({ status }) => status === 'AWAITING_ACTION');
			if (rollout && hook?.hookId !== undefined && continued++ === 0) {
				const { serviceDeploymentArn } = rollout;
				await ecs.send(
					new ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId: hook.hookId, action: 'CONTINUE' }),
				);
			}
			shop.drydock.control.step(ms);
		},
	});
	expect(continued).toBe(1);
	expect(outcome).toEqual({ state: 'done', text: 'cart runs cart:90.' });
});
