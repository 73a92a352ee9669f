import { describe, expect, test } from 'vitest';
import { changedBefore } from '../../src/diagnosis/changed-before.ts';
import type { Deployment } from '../../src/model/service.ts';
import { taskDefinitionArn } from '../fixtures/shop.ts';
import { ago, checkout, died, NOW } from './checkout.ts';

/** A rollout of so many minutes ago, from :42 to :43. */
function rolledOut(minutes: number, from = 42) {
	const [primary] = checkout({}, { rolloutState: 'IN_PROGRESS', createdAt: ago(minutes) }).deployments;
	const before: Partial<Deployment> = {
		id: 'ecs-svc/old',
		status: 'ACTIVE',
		taskDefinition: taskDefinitionArn('checkout', from),
		createdAt: ago(9000),
	};
	return { service: checkout({ deployments: primary ? [primary, { ...primary, ...before }] : [] }) };
}

describe('the deployment that came before a trouble', () => {
	test('is told with the way back to what ran before', () => {
		expect(changedBefore(rolledOut(6), { since: ago(4) })).toMatchObject({
			line: { text: 'changed just before: deploy :42 → :43, 2m earlier', at: ago(6) },
			rollback: { text: 'Roll back to :42', binding: 'act.rollback', command: 'deckwatch rollback checkout --to 42' },
		});
	});

	test('is none that came after it, or more than an hour before', () => {
		expect(changedBefore(rolledOut(6), { since: ago(8) })).toBeUndefined();
		expect(changedBefore(rolledOut(90), { since: NOW })).toBeUndefined();
	});

	test('is not looked for where the trouble may be older than what is known', () => {
		expect(changedBefore(rolledOut(6), { since: ago(4), mayBeOlder: true })).toBeUndefined();
		expect(changedBefore(rolledOut(6), {})).toBeUndefined();
	});
});

test('there is no way back to the same revision, to one that died as well, or to what is not known', () => {
	const back = (...given: Parameters<typeof changedBefore>) => changedBefore(...given)?.rollback;
	const old = died(3, { taskDefinitionArn: taskDefinitionArn('checkout', 42) });
	expect(back(rolledOut(6, 43), { since: ago(4) })).toBeUndefined();
	expect(back(rolledOut(6), { since: ago(4) }, [old])).toBeUndefined();
	expect(back({ service: checkout({}, { createdAt: ago(6) }) }, { since: ago(4) })).toBeUndefined();
});
