import { expect, test } from 'vitest';
import type { AuditEntry } from '../../src/actions/audit.ts';
import { changesOf } from '../../src/actions/changes-of.ts';
import { deploy } from '../../src/actions/deploy/deploy.ts';
import { scale } from '../../src/actions/scale/scale.ts';
import { actingShop } from './shop.ts';

/** What is written of one deployment, whole. */
async function written(): Promise<readonly AuditEntry[]> {
	const shop = actingShop();
	await shop.carryOut(deploy, await shop.plan(deploy, 'checkout', { tag: '2' }));
	return shop.audit;
}

test('a change is told from its plan to its end', async () => {
	expect(changesOf(await written())).toEqual([
		{
			id: 'action-1',
			time: expect.stringMatching(/^\d{4}-.*Z$/u),
			verb: 'deploy',
			account: '111122223333',
			region: 'ap-northeast-1',
			clusterArn: expect.stringMatching(/:cluster\/prod$/u),
			clusterName: 'prod',
			serviceArn: expect.stringMatching(/:service\/prod\/checkout$/u),
			serviceName: 'checkout',
			identity: expect.stringMatching(/^arn:aws:sts::/u),
			differences: expect.arrayContaining([
				{ what: 'task definition', before: 'checkout:42', after: 'a new revision' },
			]),
			calls: [
				{ name: 'ecs:RegisterTaskDefinition', state: 'made', requestId: expect.any(String) },
				{ name: 'ecs:UpdateService', state: 'made', requestId: expect.any(String) },
			],
			ended: true,
			state: 'done',
			text: 'checkout runs checkout:43.',
		},
	]);
});

test.each([
	[1, 'not-sent', [], 'Nothing was sent; deckwatch ended here, or is still at it.'],
	[
		2,
		'unknown',
		['unanswered'],
		'ecs:RegisterTaskDefinition may have been done or not; deckwatch ended here, or is still at it.',
	],
	[3, 'left', ['made'], 'ecs:RegisterTaskDefinition was done; deckwatch ended here, or is still at it.'],
	[
		4,
		'unknown',
		['made', 'unanswered'],
		'ecs:UpdateService may have been done or not; deckwatch ended here, or is still at it.',
	],
])('a log that ends after %i lines is %s', async (lines, state, states, text) => {
	const [change] = changesOf((await written()).slice(0, lines));
	expect(change).toMatchObject({ ended: false, state, text });
	expect(change?.calls.map((call) => call.state)).toEqual(states);
});

test('what AWS refused is told with its request', async () => {
	const shop = actingShop();
	const plan = await shop.plan(scale, 'checkout', { count: '6' });
	shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', accessDenied: true }]);
	await shop.carryOut(scale, plan);
	const calls = [{ name: 'ecs:UpdateService', state: 'refused', requestId: expect.any(String) }];
	expect(changesOf(shop.audit)).toMatchObject([{ ended: true, state: 'failed', calls }]);
	expect(changesOf(shop.audit.slice(0, -1))).toMatchObject([{ ended: false, state: 'failed', calls }]);
});

test('the lines of two writers are told apart, and a change whose plan is lost is not', async () => {
	const one = await written();
	const other = one.map((entry) => ({ ...entry, id: 'action-2', serviceName: 'cart' }));
	const mixed = one.flatMap((entry, index) => [entry, ...other.slice(index, index + 1)]).slice(1);
	expect(changesOf(mixed)).toMatchObject([
		{ id: 'action-2', serviceName: 'cart', state: 'done' },
		{ id: 'action-1', serviceName: 'checkout', state: 'done', differences: [] },
	]);
});
