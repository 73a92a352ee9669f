import { describe, expect, test } from 'vitest';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import { rollback } from '../../../src/actions/rollback/rollback.ts';
import { familyRevision } from '../../../src/model/arn.ts';
import { actingShop, type ActingShop } from '../shop.ts';

const revisionOf = async (shop: ActingShop, name: string) => {
	const { clusterArn, serviceArn } = await shop.subject(name);
	const [service] = await shop.aws.describeServices(clusterArn, [serviceArn]);
	return familyRevision(service?.taskDefinition ?? '');
};

/** The shop's behaviours are by image: this one ends with 1 soon after its start. */
const BAD = '43';

describe('a deployment', () => {
	test('registers a revision, rolls it out, and is done when ECS says so', async () => {
		const shop = actingShop();
		const plan = await shop.plan(deploy, 'checkout', { tag: '2026-11-21.1' });
		const { progress, outcome } = await shop.carryOut(deploy, plan);
		expect(outcome).toEqual({ state: 'done', text: 'checkout runs checkout:43.' });
		expect(shop.sent()).toEqual(['RegisterTaskDefinition', 'UpdateService']);
		expect(progress).toContainEqual(
			expect.objectContaining({
				kind: 'progress',
				text: expect.stringMatching(/^:43 \d of 4 running, \d pending, 0 healthy · :42 4 running/u),
			}),
		);
		expect(await revisionOf(shop, 'checkout')).toBe('checkout:43');
	});

	test('that is only forced keeps the revision, and is followed by its own id', async () => {
		const shop = actingShop();
		const plan = await shop.plan(deploy, 'cart', { force: true });
		expect(plan.remarks).toContainEqual({
			level: 'info',
			text: 'the tag 88 points to the image that cart runs already',
		});
		expect(plan.undo).toBeUndefined();
		const { outcome } = await shop.carryOut(deploy, plan);
		expect(outcome).toEqual({ state: 'done', text: 'cart runs cart:88.' });
		expect(shop.sent()).toEqual(['UpdateService']);
	});

	test('that is rolled back has failed, with the reason, the end of a task and its last lines', async () => {
		const shop = actingShop('bad-deploy');
		shop.drydock.control.step(120_000);
		const plan = await shop.plan(deploy, 'checkout', { tag: BAD });
		const { outcome } = await shop.carryOut(deploy, plan);
		expect(outcome).toMatchObject({ state: 'failed' });
		const lines = 'text' in outcome ? outcome.text.split('\n') : [];
		expect(lines[0]).toMatch(/^checkout:\d+ failed, and was rolled back to checkout:42\.$/u);
		expect(lines.join('\n')).toMatch(/Its newest stopped task, [\da-f]{6}: .*checkout exit 1/u);
		expect(lines.filter((line) => line.startsWith('  checkout │ '))).not.toEqual([]);
		expect(await revisionOf(shop, 'checkout')).toBe('checkout:42');
	});

	test('whose answers are lost is found again, and sent once', async () => {
		const shop = actingShop();
		const plan = await shop.plan(deploy, 'checkout', { tag: '2' });
		shop.drydock.dispatcher.setFaults([
			{ operation: 'ecs:RegisterTaskDefinition', truncated: 1 },
			{ operation: 'ecs:UpdateService', truncated: 1 },
		]);
		const { outcome } = await shop.carryOut(deploy, plan);
		expect(outcome).toEqual({ state: 'done', text: 'checkout runs checkout:43.' });
		expect(shop.sent()).toEqual(['RegisterTaskDefinition', 'UpdateService']);
	});

	test('that may not change the service says which revision is left behind', async () => {
		const shop = actingShop();
		const plan = await shop.plan(deploy, 'checkout', { tag: '2' });
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', accessDenied: true }]);
		const { outcome } = await shop.carryOut(deploy, plan);
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(
				/Done: ecs:RegisterTaskDefinition\(family=checkout\)\. Not done: ecs:UpdateService\(taskDefinition=checkout:43\)\.$/u,
			),
		});
	});

	test('writes no environment value into the audit log', async () => {
		const shop = actingShop();
		await shop.carryOut(deploy, await shop.plan(deploy, 'cart', { environment: { TOKEN: 'hunter2' } }));
		expect(JSON.stringify(shop.audit)).toContain('TOKEN');
		expect(JSON.stringify(shop.audit)).not.toContain('hunter2');
	});
});

describe('rolling back', () => {
	test('a deployment that is under way stops it', async () => {
		const shop = actingShop();
		const going = await shop.plan(deploy, 'checkout', { tag: '2' });
		await shop.carryOut(deploy, going, { until: shop.hands.now() });
		const plan = await shop.plan(rollback, 'checkout', {});
		expect(plan.differences).toEqual([{ what: 'deployment under way', before: 'checkout:43', after: 'checkout:42' }]);
		const { outcome } = await shop.carryOut(rollback, plan);
		expect(outcome).toEqual({ state: 'done', text: 'It is rolled back to checkout:42.' });
		expect(shop.sent().at(-1)).toBe('StopServiceDeployment');
		expect(await revisionOf(shop, 'checkout')).toBe('checkout:42');
	});

	test('one that was begun over another goes to what succeeded last, and says so', async () => {
		const shop = actingShop('bad-image');
		await shop.carryOut(deploy, await shop.plan(deploy, 'checkout', { force: true }), { until: shop.hands.now() });
		const plan = await shop.plan(rollback, 'checkout', {});
		expect(plan.differences).toEqual([{ what: 'deployment under way', before: 'checkout:43', after: 'checkout:42' }]);
		expect(await shop.carryOut(rollback, plan)).toMatchObject({
			outcome: { state: 'done', text: 'It is rolled back to checkout:42.' },
		});
	});

	test('one that is done goes to the last revision that succeeded', async () => {
		const shop = actingShop();
		await shop.carryOut(deploy, await shop.plan(deploy, 'checkout', { tag: '2' }));
		const plan = await shop.plan(rollback, 'checkout', {});
		expect(plan.differences).toEqual([{ what: 'task definition', before: 'checkout:43', after: 'checkout:42' }]);
		expect(plan.remarks.map(({ level, text }) => `${level}: ${text}`)).toEqual([
			'info: a new deployment, which takes as long as any other',
			'good: up to 4 more tasks at a time, none less (min 100 %, max 200 %)',
			expect.stringMatching(
				/^good: checkout: the tag "42" still points to the image that ran \(sha256:[\da-f]{12}…\)$/u,
			),
		]);
		expect(await shop.carryOut(rollback, plan)).toMatchObject({ outcome: { state: 'done' } });
		expect(await revisionOf(shop, 'checkout')).toBe('checkout:42');
	});

	test('to a revision that was deregistered registers it again', async () => {
		const shop = actingShop();
		await shop.carryOut(deploy, await shop.plan(deploy, 'checkout', { tag: '2' }));
		const old = [...shop.drydock.world.taskDefinitions.values()].find(
			({ family, revision }) => family === 'checkout' && revision === 42,
		);
		if (!old) throw new Error('there is no checkout:42');
		old.status = 'INACTIVE';
		const plan = await shop.plan(rollback, 'checkout', { to: '42' });
		expect(plan.differences).toEqual([
			{ what: 'task definition', before: 'checkout:43', after: 'checkout:42, registered again' },
		]);
		expect(await shop.carryOut(rollback, plan)).toMatchObject({
			outcome: { state: 'done', text: 'checkout runs checkout:44.' },
		});
	});

	test('one that is being stopped by somebody is refused until it is', async () => {
		const shop = actingShop();
		const going = await shop.plan(deploy, 'checkout', { tag: '2' });
		await shop.carryOut(deploy, going, { until: shop.hands.now() });
		const [service] = [...shop.drydock.world.services.values()].filter((one) => one.serviceName === 'checkout');
		const [newest] = service?.serviceDeployments ?? [];
		if (newest) newest.status = 'STOP_REQUESTED';
		expect(await shop.tryPlan(rollback, 'checkout', {})).toMatchObject({
			refused: 'The deployment of checkout is being stopped.',
		});
	});

	test('to what it has is refused', async () => {
		const shop = actingShop();
		expect(await shop.tryPlan(rollback, 'checkout', { to: '42' })).toMatchObject({
			refused: 'checkout has checkout:42 already.',
		});
	});
});
