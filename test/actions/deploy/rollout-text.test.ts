import { expect, test } from 'vitest';
import { howToContinue, rolloutText } from '../../../src/actions/deploy/rollout-text.ts';
import type { Rollout } from '../../../src/model/rollout.ts';
import { NIGHT } from '../../fixtures/shop.ts';
import { ARN } from './a-snapshot.ts';

const rollout = (changes: Partial<Rollout> = {}): Rollout => ({
	revisions: [
		{ taskDefinition: ARN(44), isNew: true, desired: 4, running: 3, pending: 1 },
		{ taskDefinition: ARN(43), isNew: false, desired: 1, running: 1, pending: 0 },
	],
	failures: { count: 0, threshold: 3, reasons: [] },
	waitingFor: [],
	alarms: [],
	moments: [],
	...changes,
});

const reason = (text: string, count: number) => ({ text, count, newestTaskArn: 'arn:x' });

test.each<readonly [string, Partial<Rollout>, string]>([
	['what runs', {}, ':44 3 of 4 running, 1 pending · :43 1 running'],
	[
		'health and traffic',
		{
			revisions: [
				{
					taskDefinition: ARN(44),
					isNew: true,
					desired: 4,
					running: 4,
					pending: 0,
					healthy: 4,
					productionTraffic: 5,
					testTraffic: 100,
				},
				{
					taskDefinition: ARN(43),
					isNew: false,
					desired: 4,
					running: 4,
					pending: 0,
					healthy: 4,
					draining: 1,
					productionTraffic: 95,
				},
			],
		},
		':44 4 of 4 running, 4 healthy, 5 % of the traffic, 100 % of the test traffic · :43 4 running, 1 draining, 95 % of the traffic',
	],
	[
		'failures of one kind',
		{ failures: { count: 2, threshold: 3, reasons: [reason('exit 1', 4)] } },
		':44 3 of 4 running, 1 pending · :43 1 running · 4 stopped: exit 1 · 2 of 3 failures that trip the circuit breaker',
	],
	[
		'failures of several kinds, without a circuit breaker',
		{ failures: { count: 2, reasons: [reason('exit 1', 2), reason('exit 137', 1), reason('exit 2', 1)] } },
		':44 3 of 4 running, 1 pending · :43 1 running · 4 stopped: 2 × exit 1, 1 × exit 137 · 2 failed',
	],
	[
		'as much of a long reason as there is room for',
		{ failures: { count: 0, reasons: [reason(`CannotPullContainerError: ${'x'.repeat(100)}`, 1)] } },
		`:44 3 of 4 running, 1 pending · :43 1 running · 1 stopped: CannotPullContainerError: ${'x'.repeat(64)}…`,
	],
	[
		'a stage, and how long it bakes',
		{ stage: 'BAKE_TIME', bakeUntil: NIGHT },
		'baking until 2026-11-20 03:04Z at the latest · :44 3 of 4 running, 1 pending · :43 1 running',
	],
	['a stage of tomorrow', { stage: 'NEW_STAGE' }, 'NEW_STAGE · :44 3 of 4 running, 1 pending · :43 1 running'],
	[
		'that it goes back, and which alarm fired',
		{ rollingBack: true, stage: 'CLEAN_UP', alarms: ['5xx'] },
		'rolling back checkout:44 · :44 3 of 4 running, 1 pending · :43 1 running · alarm 5xx',
	],
	[
		'what it waits for',
		{
			revisions: [],
			waitingFor: [
				{ hookId: 'h1', targetType: 'PAUSE', status: 'AWAITING_ACTION', expiresAt: NIGHT, timeoutAction: 'ROLLBACK' },
			],
		},
		'waits to be continued until 2026-11-20 03:04Z, when it is rolled back',
	],
])('a line tells %s', (_, changes, words) => {
	expect(rolloutText(rollout(changes))).toBe(words);
});

test('what waits for somebody says how to continue it', () => {
	const hook = { hookId: 'h1', targetType: 'PAUSE', status: 'AWAITING_ACTION' };
	expect(howToContinue(rollout({ waitingFor: [hook] }), 'cart')).toBe(
		'`deckwatch continue-deployment cart` lets it go on, and with --rollback takes it back.',
	);
	expect(howToContinue(rollout(), 'cart')).toBeUndefined();
});
