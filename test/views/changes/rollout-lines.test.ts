import { expect, test } from 'vitest';
import type { Rollout } from '../../../src/model/rollout.ts';
import { rolloutLines } from '../../../src/views/changes/rollout-lines.ts';
import { lineText } from '../../../src/views/text-line.ts';
import { NOW, revision } from '../../fixtures/checkout.ts';
import { viewContext } from '../view-context.ts';

function drawn(rollout: Partial<Rollout>): readonly string[] {
	const whole: Rollout = {
		revisions: [
			{ taskDefinition: revision(43), isNew: true, desired: 4, running: 3, pending: 1, healthy: 2 },
			{ taskDefinition: revision(42), isNew: false, desired: 0, running: 1, pending: 0, draining: 1 },
		],
		failures: { count: 0, reasons: [] },
		waitingFor: [],
		alarms: [],
		moments: [],
		...rollout,
	};
	return rolloutLines(whole, viewContext(), 80).map((one) => lineText(one).trimEnd());
}

test('each revision has its tasks, the new one as a bar', () => {
	expect(drawn({})).toEqual([
		':43    █████████░░░  3 of 4 running, 1 starting, 2 healthy',
		':42                  1 left, 1 draining',
	]);
});

test('failures are told against what the circuit breaker bears, with their reasons', () => {
	const reasons = [{ text: 'exit 1', count: 2, newestTaskArn: 'arn:1' }];
	expect(drawn({ failures: { count: 2, threshold: 3, reasons } }).at(-1)).toBe(
		'failures 2 of 3 before the circuit breaker: 2 × exit 1',
	);
	expect(drawn({ failures: { count: 1, reasons: [] } }).at(-1)).toBe('failures 1 failed');
});

test.each<readonly [Partial<Rollout>, RegExp]>([
	[{ stage: 'BAKE_TIME', bakeUntil: NOW }, /^baking until \d\d:\d\d:\d\d at the latest$/u],
	[{ stage: 'BAKE_TIME', rollingBack: true }, /^✖ it is being rolled back$/u],
	[{ alarms: ['checkout-5xx'] }, /^✖ alarm checkout-5xx$/u],
	[
		{ waitingFor: [{ targetType: 'PAUSE', status: 'AWAITING_ACTION', expiresAt: NOW }] },
		/^▲ it waits to be continued \(: continue deployment\), until \d\d:\d\d:\d\d: then it is/u,
	],
	[{ moments: [{ at: NOW, text: 'started' }] }, /^\d\d:\d\d:\d\d started$/u],
])('%o is said', (rollout, words) => {
	expect(drawn(rollout)[2]).toMatch(words);
});
