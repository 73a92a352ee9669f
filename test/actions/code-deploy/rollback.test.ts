import { describe, expect, test } from 'vitest';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import { rollback } from '../../../src/actions/rollback/rollback.ts';
import { familyRevision } from '../../../src/model/arn.ts';
import { actingShop, type ActingShop } from '../shop.ts';
import { MINUTE, quietShop, soon } from './quiet-shop.ts';

async function serving(shop: ActingShop, name: string): Promise<string> {
	const { clusterArn, serviceArn } = await shop.subject(name);
	const [service] = await shop.aws.describeServices(clusterArn, [serviceArn]);
	return familyRevision(service?.taskDefinition ?? '');
}

describe('rolling back what CodeDeploy is at', () => {
	test('stops it, and is done when its rollback is', async () => {
		const shop = actingShop('code-deploy');
		const plan = await shop.plan(rollback, 'gift-cards', {});
		expect(plan.differences).toEqual([
			{ what: 'deployment under way', before: 'gift-cards:13 (InProgress)', after: 'gift-cards:12' },
		]);
		expect(plan.changes).toMatchObject([{ name: 'codedeploy:StopDeployment', input: { autoRollbackEnabled: true } }]);
		const { outcome } = await shop.carryOut(rollback, plan);
		expect(outcome).toEqual({ state: 'done', text: 'It is rolled back to gift-cards:12.' });
		expect(shop.sent()).toEqual(['StopDeployment']);
		expect(await serving(shop, 'gift-cards')).toBe('gift-cards:12');
	});

	test('brings all traffic back while the old tasks still stand', async () => {
		const shop = actingShop('code-deploy');
		shop.drydock.control.step(5 * MINUTE);
		expect(await serving(shop, 'gift-cards')).toBe('gift-cards:13');
		const plan = await shop.plan(rollback, 'gift-cards', {});
		expect(plan.remarks[0]?.level).toBe('warning');
		expect(await shop.carryOut(rollback, plan)).toMatchObject({
			outcome: { state: 'done', text: 'It is rolled back to gift-cards:12.' },
		});
		expect(await serving(shop, 'gift-cards')).toBe('gift-cards:12');
	});

	test.each([{ truncated: 1 }, { lost: 1 }])(
		'finds a stop whose answer was lost (%j), and sends it once',
		async (fault) => {
			const shop = actingShop('code-deploy');
			const plan = await shop.plan(rollback, 'gift-cards', {});
			shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:StopDeployment', ...fault }]);
			expect(await shop.carryOut(rollback, plan)).toMatchObject({ outcome: { state: 'done' } });
			expect(shop.sent()).toEqual(['StopDeployment']);
		},
	);

	test('says that it may have been taken, when the deployment still goes on after a fault', async () => {
		const shop = actingShop('code-deploy');
		const plan = await shop.plan(rollback, 'gift-cards', {});
		shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:StopDeployment', serverError: 1 }]);
		expect(await shop.carryOut(rollback, plan)).toMatchObject({
			outcome: {
				state: 'unknown',
				text: expect.stringContaining('May have been done or not: codedeploy:StopDeployment'),
			},
		});
	});

	test('that is over by then is outdated', async () => {
		const shop = actingShop('code-deploy');
		const plan = await shop.plan(rollback, 'gift-cards', {});
		shop.drydock.control.step(20 * MINUTE);
		expect(await shop.carryOut(rollback, plan)).toMatchObject({ outcome: { state: 'outdated' } });
		expect(shop.sent()).toEqual([]);
	});

	test("to a revision of one's own is refused: it takes one at a time", async () => {
		const shop = actingShop('code-deploy');
		expect(await shop.tryPlan(rollback, 'gift-cards', { to: '11' })).toMatchObject({
			refused: expect.stringContaining('takes one deployment at a time'),
			instead: 'Without --to it is stopped and rolled back.',
		});
	});

	test('is nothing to do when it is a rollback itself', async () => {
		const shop = actingShop('code-deploy');
		await shop.carryOut(rollback, await shop.plan(rollback, 'gift-cards', {}), { until: 0 });
		expect(await shop.tryPlan(rollback, 'gift-cards', {})).toMatchObject({ already: true });
	});
});

describe('rolling back what is done', () => {
	test('has CodeDeploy bring in what succeeded before, as it was told then', async () => {
		const shop = quietShop();
		const plan = await shop.plan(rollback, 'gift-cards', {});
		expect(plan.differences).toEqual([{ what: 'task definition', before: 'gift-cards:13', after: 'gift-cards:12' }]);
		expect(plan.remarks[0]?.text).toMatch(/^as in d-\w{9}, with the AppSpec it had$/u);
		const { outcome } = await shop.carryOut(rollback, plan, soon(shop));
		expect(outcome).toEqual({ state: 'done', text: 'gift-cards runs gift-cards:12.' });
		expect(shop.sent()).toEqual(['CreateDeployment']);
		expect(plan.undo).toEqual({ to: expect.stringMatching(/gift-cards:13$/u) });
	});

	test('passes over what failed: the revision before may be the broken one', async () => {
		const shop = quietShop();
		expect(await serving(shop, 'loyalty')).toBe('loyalty:7');
		const plan = await shop.plan(rollback, 'loyalty', {});
		expect(plan.differences).toEqual([{ what: 'task definition', before: 'loyalty:7', after: 'loyalty:6' }]);
	});

	test('to a revision that was deregistered registers it again', async () => {
		const shop = quietShop();
		for (const definition of shop.drydock.world.taskDefinitions.values()) {
			if (definition.family === 'gift-cards' && definition.revision === 12) definition.status = 'INACTIVE';
		}
		const plan = await shop.plan(rollback, 'gift-cards', {});
		expect(plan.differences).toEqual([
			{ what: 'task definition', before: 'gift-cards:13', after: 'gift-cards:12, registered again' },
		]);
		expect(await shop.carryOut(rollback, plan, soon(shop))).toMatchObject({
			outcome: { state: 'done', text: 'gift-cards runs gift-cards:14.' },
		});
	});

	test('to what it has is refused', async () => {
		expect(await quietShop().tryPlan(rollback, 'gift-cards', { to: '13' })).toMatchObject({
			refused: 'gift-cards has gift-cards:13 already.',
		});
	});

	test('without permission to read AppSpecs is a refusal that says so', async () => {
		const shop = quietShop();
		shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:GetApplicationRevision', accessDenied: true }]);
		expect(await shop.tryPlan(rollback, 'gift-cards', {})).toMatchObject({
			refused: 'what CodeDeploy has deployed: no permission to look (codedeploy:GetApplicationRevision)',
			instead: 'Say which revision with --to.',
		});
	});

	test('is the way back from a deployment', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
		expect(plan.undo).toEqual({ taskDefinition: expect.stringMatching(/gift-cards:13$/u) });
	});
});
