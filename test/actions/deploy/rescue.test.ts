import { describe, expect, test } from 'vitest';
import type { Progress } from '../../../src/actions/carry-out.ts';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import type { DeployInput } from '../../../src/actions/deploy/deploy-input.ts';
import { rescue } from '../../../src/actions/deploy/rescue.ts';
import type { Outcome } from '../../../src/actions/outcome.ts';
import type { Plan } from '../../../src/actions/plan.ts';
import { actingShop, type ActingShop } from '../shop.ts';

/** Deploys and gives up at once. */
async function givenUp(shop: ActingShop, service = 'checkout', input: DeployInput = { tag: '2' }) {
	const plan = await shop.plan(deploy, service, input);
	const { outcome } = await shop.carryOut(deploy, plan, { until: shop.hands.now() });
	return { plan, outcome: outcome as Outcome };
}

async function rescued(shop: ActingShop, plan: Plan<DeployInput>, outcome: Outcome) {
	const steps = rescue(plan, outcome, { ...shop.hands, id: 'action-2', until: shop.hands.now() + 600_000 });
	const progress: Progress[] = [];
	for (;;) {
		// oxlint-disable-next-line no-await-in-loop -- one step after the other
		const step = await steps.next();
		if (step.done) return { progress, end: step.value };
		progress.push(step.value);
	}
}

const change = async (shop: ActingShop, input: object) => {
	const { region, clusterArn, serviceArn } = await shop.subject('checkout');
	await shop.aws.change(
		{
			name: 'ecs:UpdateService',
			region,
			input: { cluster: clusterArn, service: serviceArn, ...input },
		},
		{ clusterArn },
	);
};

describe('what takes too long is brought back', () => {
	test('by stopping it while it is under way', async () => {
		const shop = actingShop();
		const { plan, outcome } = await givenUp(shop);
		const { progress, end } = await rescued(shop, plan, outcome);
		expect(end).toEqual({ state: 'done', text: 'It is rolled back to checkout:42.' });
		expect(progress[0]).toMatchObject({ kind: 'planned', plan: { title: 'Roll back checkout' } });
		expect(shop.sent()).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment']);
		expect(shop.audit.at(-1)).toMatchObject({ id: 'action-2', verb: 'rollback', event: 'ended' });
	});

	test('by going to the revision before it, where service deployments may not be seen', async () => {
		const shop = actingShop();
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:ListServiceDeployments', accessDenied: true }]);
		const { plan, outcome } = await givenUp(shop);
		const { end } = await rescued(shop, plan, outcome);
		expect(end).toEqual({ state: 'done', text: 'checkout runs checkout:42.' });
		expect(shop.sent().at(-1)).toBe('UpdateService');
	});

	test('but not when it has succeeded meanwhile', async () => {
		const shop = actingShop();
		const { plan, outcome } = await givenUp(shop);
		shop.drydock.control.step(600_000);
		const { end } = await rescued(shop, plan, outcome);
		expect(end).toMatchObject({
			state: 'done',
			text: 'Nothing was rolled back: the deployment has succeeded meanwhile.',
		});
		expect(shop.sent()).not.toContain('StopServiceDeployment');
	});

	test('but not when somebody has deployed another one meanwhile', async () => {
		const shop = actingShop();
		const { plan, outcome } = await givenUp(shop);
		await change(shop, { taskDefinition: 'checkout:41' });
		const { end } = await rescued(shop, plan, outcome);
		expect(end).toMatchObject({
			state: 'done',
			text: 'Nothing was rolled back: checkout has another deployment now, of checkout:41.',
		});
		expect(shop.sent()).not.toContain('StopServiceDeployment');
	});
});

test('what ECS stopped without rolling it back goes to the last revision that succeeded', async () => {
	const shop = actingShop('bad-deploy');
	shop.drydock.control.step(120_000);
	for (const service of shop.drydock.world.services.values()) {
		const { deploymentConfiguration } = service.settings;
		const deploymentCircuitBreaker = {
			...deploymentConfiguration.deploymentCircuitBreaker,
			enable: true,
			rollback: false,
		};
		service.settings = {
			...service.settings,
			deploymentConfiguration: { ...deploymentConfiguration, deploymentCircuitBreaker },
		};
	}
	const plan = await shop.plan(deploy, 'checkout', { tag: '43' });
	const { outcome } = await shop.carryOut(deploy, plan);
	expect(outcome).toMatchObject({ state: 'failed', stuck: expect.stringMatching(/^ecs-svc\//u) });
	const { end } = await rescued(shop, plan, outcome as Outcome);
	expect(end).toEqual({ state: 'done', text: 'checkout runs checkout:42.' });
});

describe('a rescue that is not possible says so, and throws nothing', () => {
	test.each([
		['credentials that have expired', { operation: '*', expiredToken: true }, 'ExpiredToken'],
		[
			'a permission that is missing',
			{ operation: 'ecs:StopServiceDeployment', accessDenied: true },
			'AccessDeniedException',
		],
	])('%s', async (_, fault, code) => {
		const shop = actingShop();
		const { plan, outcome } = await givenUp(shop);
		shop.drydock.dispatcher.setFaults([fault]);
		const { end } = await rescued(shop, plan, outcome);
		expect(end).toMatchObject({ state: 'failed', failure: { code: expect.stringContaining(code) } });
		expect(end?.text).toMatch(/not rolled back|Nothing of checkout was changed/u);
		expect(end?.next).toBeTruthy();
	});

	test('nothing but the same revision to go back to', async () => {
		const shop = actingShop();
		const { plan, outcome } = await givenUp(shop, 'cart', { force: true });
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:ListServiceDeployments', accessDenied: true }]);
		expect(await rescued(shop, plan, outcome)).toMatchObject({
			end: { state: 'failed', text: 'deployment history: no permission to look (ecs:ListServiceDeployments)' },
		});
	});
});

test.each<Outcome>([
	{ state: 'done', text: '' },
	{ state: 'failed', text: '' },
	{ state: 'left', text: '' },
	{ state: 'unknown', text: '' },
])('there is nothing to rescue after $state', async (outcome) => {
	const shop = actingShop();
	const plan = await shop.plan(deploy, 'checkout', { tag: '2' });
	expect(await rescued(shop, plan, outcome)).toEqual({ progress: [], end: undefined });
});
