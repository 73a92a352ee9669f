import { expect, test } from 'vitest';
import { continueDeployment } from '../../../src/actions/continue-deployment/continue-deployment.ts';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import { readScenario } from '../../../src/drydock/scenario/read-scenario.ts';
import { actingShop, type ActingShop } from '../shop.ts';
import { sufferFaults } from '../suffer-faults.ts';

/** A shop whose cart pauses before the traffic is shifted. */
const PAUSING = readScenario(
	[
		'description: a service that pauses',
		'clusters: [{ name: prod, region: ap-northeast-1 }]',
		'defaults: { port: 8080, revision: 42, tasks: 2 }',
		'services:',
		'  - name: cart',
		'    loadBalancer: /healthz',
		'    deployment: { strategy: blue-green, bake: 1m, hooks: [{ pause: true, stages: [POST_TEST_TRAFFIC_SHIFT], timeout: 1h }] }',
	].join('\n'),
	'pausing.yaml',
);

async function paused(): Promise<ActingShop> {
	const shop = actingShop(PAUSING);
	const going = await shop.plan(deploy, 'cart', { force: true });
	await shop.carryOut(deploy, going, { until: shop.hands.now() });
	shop.drydock.control.step(300_000);
	return shop;
}

test('a deployment goes on from its hook to its end', async () => {
	const shop = await paused();
	const plan = await shop.plan(continueDeployment, 'cart', {});
	expect(plan.differences).toEqual([
		{ what: 'deployment of cart:42', before: 'paused at POST_TEST_TRAFFIC_SHIFT', after: 'goes on' },
	]);
	const { progress, outcome } = await shop.carryOut(continueDeployment, plan);
	expect(outcome).toEqual({ state: 'done', text: 'cart runs cart:42.' });
	expect(progress).toContainEqual({ kind: 'progress', text: 'cart:42: baking' });
	expect(shop.sent().filter((each) => each === 'ContinueServiceDeployment')).toHaveLength(1);
});

test('a deployment goes back from its hook', async () => {
	const shop = await paused();
	const plan = await shop.plan(continueDeployment, 'cart', { rollback: true });
	const { outcome } = await shop.carryOut(continueDeployment, plan);
	expect(outcome).toMatchObject({ state: 'done', text: 'It is rolled back to cart:42.' });
});

sufferFaults({
	action: continueDeployment,
	calls: ['ecs:ContinueServiceDeployment'],
	open: async () => {
		const shop = await paused();
		return { shop, plan: await shop.plan(continueDeployment, 'cart', {}) };
	},
});
