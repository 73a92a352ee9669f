import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/actions/action.ts';
import { deploy } from '../../src/actions/deploy/deploy.ts';
import type { Outcome } from '../../src/actions/outcome.ts';
import type { Plan } from '../../src/actions/plan.ts';
import { rollback } from '../../src/actions/rollback/rollback.ts';
import { scale } from '../../src/actions/scale/scale.ts';
import { registration } from '../../src/model/editable-task-definition.ts';
import { actingShop, type ActingShop } from './shop.ts';

/** What an action can change of a service. */
async function stateOf({ aws, subject }: ActingShop, name: string) {
	const { clusterArn, serviceArn, region } = await subject(name);
	const [service] = await aws.describeServices(clusterArn, [serviceArn]);
	const resourceId = `service/prod/${name}`;
	const target = (await aws.scaling(region, [resourceId])).get(resourceId)?.target;
	return {
		desiredCount: service?.desiredCount,
		taskDefinition: service?.taskDefinition,
		bounds: target && [target.minCapacity, target.maxCapacity],
	};
}

/** Carries out, and then undoes it; answers what was so before, between and after. */
async function thereAndBack<Snapshot, Input>(
	shop: ActingShop,
	action: Action<Snapshot, Input>,
	service: string,
	input: Input,
) {
	const before = await stateOf(shop, service);
	const { plan } = await carriedOut(shop, action, service, input);
	const between = await stateOf(shop, service);
	const { undo } = plan;
	if (undo === undefined) throw new Error('there is no way back');
	const back = await carriedOut(shop, action, service, undo);
	expect(back.outcome).toMatchObject({ state: 'done' });
	return { before, between, after: await stateOf(shop, service) };
}

async function carriedOut<Snapshot, Input>(
	shop: ActingShop,
	action: Action<Snapshot, Input>,
	service: string,
	input: Input,
): Promise<{ readonly plan: Plan<Input>; readonly outcome: Outcome }> {
	const plan = await shop.plan(action, service, input);
	const { outcome } = await shop.carryOut(action, plan);
	if (outcome.state === 'outdated') throw new Error('the plan did not hold');
	return { plan, outcome };
}

describe('the way back brings back what was before', () => {
	test.each([
		['checkout', { count: '9' }, { desiredCount: 9 }],
		['checkout', { count: '0' }, { desiredCount: 0 }],
		['search', { count: '9', moveBound: true }, { desiredCount: 9, bounds: [expect.any(Number), 9] }],
		['search', { count: '0', moveBound: true }, { desiredCount: 0, bounds: [0, expect.any(Number)] }],
	])('%s scaled by %o', async (service, input, changed) => {
		const { before, between, after } = await thereAndBack(actingShop(), scale, service, input);
		expect(between).toMatchObject(changed);
		expect(between).not.toEqual(before);
		expect(after).toEqual(before);
	});

	test('bounds that were moved before the count was refused', async () => {
		const shop = actingShop();
		const before = await stateOf(shop, 'search');
		const plan = await shop.plan(scale, 'search', { count: '9', moveBound: true });
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', accessDenied: true }]);
		await shop.carryOut(scale, plan);
		expect(await stateOf(shop, 'search')).toMatchObject({
			desiredCount: before.desiredCount,
			bounds: [before.bounds?.[0], 9],
		});
		const { undo } = plan;
		if (!undo) throw new Error('there is no way back');
		shop.drydock.dispatcher.setFaults([]);
		const back = await shop.plan(scale, 'search', undo);
		expect(back.changes.map(({ name }) => name)).toEqual(['application-autoscaling:RegisterScalableTarget']);
		await shop.carryOut(scale, back);
		expect(await stateOf(shop, 'search')).toEqual(before);
	});

	test.each([
		['cart', { tag: 'v2' }],
		['cart', { environment: { LOG_LEVEL: 'debug', STAGE: null } }],
		['checkout', { cpu: '1024', memory: '4096', force: true }],
	])('%s deployed with %o', async (service, input) => {
		const { before, between, after } = await thereAndBack(actingShop(), deploy, service, input);
		expect(between.taskDefinition).not.toBe(before.taskDefinition);
		expect(after).toEqual(before);
	});

	test('a service that was rolled back', async () => {
		const shop = actingShop();
		await carriedOut(shop, deploy, 'cart', { tag: 'v2' });
		const { before, between, after } = await thereAndBack(shop, rollback, 'cart', {});
		expect(between.taskDefinition).not.toBe(before.taskDefinition);
		expect(after).toEqual(before);
	});

	test('a service that was rolled back from a revision which is deregistered: the same is registered again', async () => {
		const shop = actingShop();
		await carriedOut(shop, deploy, 'cart', { tag: 'v2' });
		deregister(shop, 'cart', 89);
		const { before, between, after } = await thereAndBack(shop, rollback, 'cart', { to: '88' });
		expect(between.taskDefinition).toMatch(/cart:88$/u);
		expect(before.taskDefinition).toMatch(/cart:89$/u);
		expect(after.taskDefinition).toMatch(/cart:90$/u);
		const [old, anew] = await Promise.all(
			['cart:89', 'cart:90'].map((revision) => shop.aws.editableTaskDefinition(revision, 'ap-northeast-1')),
		);
		expect(anew && registration(anew)).toEqual(old && registration(old));
	});
});

describe('there is no way back', () => {
	test('from tasks that were only started anew', async () => {
		const plan = await actingShop().plan(deploy, 'cart', { force: true });
		expect(plan.undo).toBeUndefined();
	});

	test('by a deployment to a revision that is deregistered, and the plan says what brings it back', async () => {
		const shop = actingShop();
		deregister(shop, 'cart', 88);
		const plan = await shop.plan(deploy, 'cart', { tag: 'v2' });
		expect(plan.undo).toBeUndefined();
		expect(plan.remarks).toContainEqual({
			level: 'info',
			text: 'cart:88 is deregistered: to go back, `deckwatch rollback --to 88` registers it again',
		});
		await shop.carryOut(deploy, plan);
		const { outcome } = await carriedOut(shop, rollback, 'cart', { to: '88' });
		expect(outcome).toMatchObject({ state: 'done' });
	});

	test('from a deployment that ECS has rolled back already', async () => {
		const shop = actingShop('bad-deploy');
		shop.drydock.control.step(120_000);
		const { plan, outcome } = await carriedOut(shop, deploy, 'checkout', { tag: '43' });
		expect(outcome).toMatchObject({ state: 'failed' });
		expect(await shop.tryPlan(deploy, 'checkout', plan.undo ?? {})).toMatchObject({
			refused: 'checkout has checkout:42 already.',
		});
	});
});

function deregister({ drydock }: ActingShop, family: string, revision: number): void {
	const definitions = [...drydock.world.taskDefinitions.values()];
	const found = definitions.find((one) => one.family === family && one.revision === revision);
	if (!found) throw new Error(`there is no ${family}:${revision}`);
	found.status = 'INACTIVE';
}
