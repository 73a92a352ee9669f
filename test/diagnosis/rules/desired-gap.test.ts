import { expect, test } from 'vitest';
import { aTask } from '../../fixtures/a-service.ts';
import { checkout, events, NOW } from '../checkout.ts';
import { found, texts } from '../found.ts';

test('silence is told as what it is: ECS backs off', () => {
	const service = checkout({
		runningCount: 3,
		events: events([46, '(service checkout) has started 1 tasks: (task 1).']),
	});
	const finding = found({ service, tasks: [] })['x-desired-gap'];
	expect(finding).toMatchObject({
		severity: 'high',
		symptom: true,
		ruledOut: ['No task is known to have failed in the last 15 min'],
	});
	expect(texts(finding)).toEqual([
		'desired 4, running 3, pending 0',
		'no event for 46 min: ECS backs off and leaves out repeated events, that is no recovery',
	]);
});

test('what Spot took back is no death, and none is ruled out either', () => {
	const taken = aTask('checkout', '1', {
		lastStatus: 'STOPPED',
		stopCode: 'SpotInterruption',
		stoppedAt: NOW - 60_000,
	});
	const finding = found({ service: checkout({ runningCount: 3, pendingCount: 0 }), tasks: [taken] })['x-desired-gap'];
	expect(finding?.ruledOut).toEqual([]);
});

test('is critical when nothing runs, and quotes what ECS said of placing', () => {
	const said = 'was unable to place a task. Reason: Capacity is unavailable at this time.';
	const service = checkout({ runningCount: 0, events: events([3, `(service checkout) ${said}`]) });
	const finding = found({ service })['x-desired-gap'];
	expect(finding?.severity).toBe('critical');
	expect(texts(finding)).toContain(said.replace('(service checkout) ', ''));
});

test('nothing is missing of a service that should not run', () => {
	expect(found({ service: checkout({ desiredCount: 0, runningCount: 0 }) })).toEqual({});
});
