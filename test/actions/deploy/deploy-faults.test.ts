import { describe, expect, test } from 'vitest';
import type { AuditLog } from '../../../src/actions/audit.ts';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import type { FaultRule } from '../../../src/drydock/wire/fault-rule.ts';
import { actingShop, type ActingShop } from '../shop.ts';

const REGISTER = 'ecs:RegisterTaskDefinition';
const UPDATE = 'ecs:UpdateService';

/** What AWS refuses, or never sees: it is certain that nothing came of it. */
const REFUSED = [{ throttled: 1 }, { expiredToken: true }, { accessDenied: true }, { serverError: 1 }, { reset: 1 }];
/** What is done, and its answer does not come. */
const LOST = [{ lost: 1 }, { truncated: 1 }];

const named = (faults: readonly Omit<FaultRule, 'operation'>[]) =>
	faults.map((fault) => [Object.keys(fault)[0], fault] as const);

async function deployed(shop: ActingShop, faults: readonly FaultRule[], audit?: AuditLog) {
	const plan = await shop.plan(deploy, 'checkout', { tag: '2' });
	shop.drydock.dispatcher.setFaults(faults);
	const { outcome } = await shop.carryOut(deploy, plan, audit ? { audit } : {});
	return outcome;
}

const revisionsOf = ({ drydock }: ActingShop) =>
	[...drydock.world.taskDefinitions.values()]
		.filter(({ family }) => family === 'checkout')
		.map(({ revision }) => revision);

describe('a call that is refused, or never arrives', () => {
	test.each(named(REFUSED))('registering, %s: nothing was changed, and nothing more is sent', async (_, fault) => {
		const shop = actingShop();
		const outcome = await deployed(shop, [{ operation: REGISTER, ...fault }]);
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(/\nNothing of checkout was changed\.$/u),
		});
		expect(shop.sent()).toEqual(['RegisterTaskDefinition']);
		expect(revisionsOf(shop)).toEqual([41, 42]);
	});

	test.each(named(REFUSED))('updating, %s: the revision is there, and the service as it was', async (_, fault) => {
		const shop = actingShop();
		const outcome = await deployed(shop, [{ operation: UPDATE, ...fault }]);
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(
				/\nDone: ecs:RegisterTaskDefinition\(family=checkout\)\. Not done: ecs:UpdateService\(taskDefinition=checkout:43\)\.$/u,
			),
		});
		expect(shop.sent()).toEqual(['RegisterTaskDefinition', 'UpdateService']);
		expect(revisionsOf(shop)).toEqual([41, 42, 43]);
	});
});

describe('a call whose answer does not come', () => {
	test.each(
		[REGISTER, UPDATE].flatMap((operation) => named(LOST).map(([name, fault]) => [operation, name, fault] as const)),
	)('%s, %s: what came of it is looked up, and it goes on', async (operation, _, fault) => {
		const shop = actingShop();
		expect(await deployed(shop, [{ operation, ...fault }])).toEqual({
			state: 'done',
			text: 'checkout runs checkout:43.',
		});
		expect(shop.sent()).toEqual(['RegisterTaskDefinition', 'UpdateService']);
		expect(revisionsOf(shop)).toEqual([41, 42, 43]);
	});

	test.each([
		[
			'registering',
			REGISTER,
			/\nMay have been done or not: ecs:RegisterTaskDefinition\(family=checkout\)\. Not done: ecs:UpdateService\(taskDefinition=registered\)\.$/u,
			1,
		],
		[
			'updating',
			UPDATE,
			/\nDone: ecs:RegisterTaskDefinition\(family=checkout\)\. May have been done or not: ecs:UpdateService\(taskDefinition=checkout:43\)\.$/u,
			2,
		],
	])('%s, and nothing can be read any more: it is unknown, and not sent again', async (_, operation, words, calls) => {
		const shop = actingShop();
		const blind: readonly FaultRule[] = [
			{ operation: 'ecs:DescribeServices', expiredToken: true },
			{ operation, lost: 1 },
		];
		const audit: AuditLog = {
			append: async (entry) => {
				if (entry.event === 'sending' && entry.change.name === operation) shop.drydock.dispatcher.setFaults(blind);
			},
		};
		expect(await deployed(shop, [], audit)).toMatchObject({ state: 'unknown', text: expect.stringMatching(words) });
		expect(shop.sent()).toHaveLength(calls);
	});
});
