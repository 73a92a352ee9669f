import { describe, expect, test } from 'vitest';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import { rollback } from '../../../src/actions/rollback/rollback.ts';
import { scale } from '../../../src/actions/scale/scale.ts';
import { actingShop } from '../shop.ts';
import { sufferFaults } from '../suffer-faults.ts';

async function underWay() {
	const shop = actingShop();
	const going = await shop.plan(deploy, 'checkout', { tag: '2' });
	await shop.carryOut(deploy, going, { until: shop.hands.now() });
	return { shop, plan: await shop.plan(rollback, 'checkout', {}) };
}

async function finished() {
	const shop = actingShop();
	await shop.carryOut(deploy, await shop.plan(deploy, 'checkout', { tag: '2' }));
	return { shop, plan: await shop.plan(rollback, 'checkout', {}) };
}

async function deregistered() {
	const { shop } = await finished();
	for (const definition of shop.drydock.world.taskDefinitions.values()) {
		if (definition.family === 'checkout' && definition.revision === 42) definition.status = 'INACTIVE';
	}
	return { shop, plan: await shop.plan(rollback, 'checkout', { to: '42' }) };
}

sufferFaults({ action: rollback, open: underWay, calls: ['ecs:StopServiceDeployment'] });
sufferFaults({ action: rollback, open: finished, calls: ['ecs:UpdateService'] });
sufferFaults({ action: rollback, open: deregistered, calls: ['ecs:RegisterTaskDefinition', 'ecs:UpdateService'] });

describe('a lost answer, where what would tell may not be read, is unknown', () => {
	const cases = {
		'ecs:StopServiceDeployment': {
			open: async () => ({ action: rollback, ...(await underWay()) }),
			hidden: 'ecs:ListServiceDeployments',
		},
		'application-autoscaling:RegisterScalableTarget': {
			open: async () => {
				const shop = actingShop();
				return { action: scale, shop, plan: await shop.plan(scale, 'search', { count: '9', moveBound: true }) };
			},
			hidden: 'application-autoscaling:DescribeScalableTargets',
		},
	};

	test.each(Object.entries(cases))('%s', async (operation, { open, hidden }) => {
		const { action, shop, plan } = await open();
		const append = async ({ event }: { readonly event: string }) => {
			if (event !== 'sending') return;
			shop.drydock.dispatcher.setFaults([
				{ operation, lost: 1 },
				{ operation: hidden, accessDenied: true },
			]);
		};
		const { outcome } = await shop.carryOut(action as never, plan as never, { audit: { append } });
		expect(outcome).toMatchObject({ state: 'unknown', text: expect.stringContaining('May have been done or not: ') });
	});
});

test('a permission that is missing for the second of two calls says which revision is left behind', async () => {
	const { shop, plan } = await deregistered();
	shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', accessDenied: true }]);
	const { outcome } = await shop.carryOut(rollback, plan);
	expect(outcome).toMatchObject({
		state: 'failed',
		text: expect.stringMatching(
			/\nDone: ecs:RegisterTaskDefinition\(family=checkout\)\. Not done: ecs:UpdateService\(taskDefinition=checkout:44\)\.$/u,
		),
	});
});

test('a deployment that ended meanwhile is not stopped: what would be done now is shown instead', async () => {
	const { shop, plan } = await underWay();
	shop.drydock.control.step(600_000);
	const { outcome } = await shop.carryOut(rollback, plan);
	expect(outcome).toMatchObject({
		state: 'outdated',
		now: { differences: [{ what: 'task definition', before: 'checkout:43', after: 'checkout:42' }] },
	});
});

test('a deployment that ended just before it was to be stopped says what to do', async () => {
	const { shop, plan } = await underWay();
	const append = async ({ event }: { readonly event: string }) => {
		if (event === 'sending') shop.drydock.control.step(600_000);
	};
	const { outcome } = await shop.carryOut(rollback, plan, { audit: { append } });
	expect(outcome).toMatchObject({
		state: 'failed',
		text: expect.stringMatching(
			/^ecs:StopServiceDeployment: ConflictException: [^]*\nNothing of checkout was changed\.$/u,
		),
		next: expect.stringMatching(/^It has changed in the meantime/u),
	});
});
