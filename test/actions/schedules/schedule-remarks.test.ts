import { expect, test } from 'vitest';
import { scheduleRemarks } from '../../../src/actions/schedules/schedule-remarks.ts';
import type { ScalableTarget, ScheduledAction } from '../../../src/model/scaling.ts';

const now = Date.parse('2026-11-20T13:48:00Z');
const TARGET: ScalableTarget = {
	resourceId: 'service/prod/checkout',
	minCapacity: 2,
	maxCapacity: 5,
	suspended: { scaleIn: false, scaleOut: false, scheduled: false },
};
const EVENING: ScheduledAction = {
	scheduledActionName: 'evening',
	schedule: 'cron(0 18 * * ? *)',
	timezone: 'Europe/Berlin',
	maxCapacity: 2,
};
const MORNING: ScheduledAction = { scheduledActionName: 'morning', schedule: 'cron(0 7 * * ? *)', minCapacity: 4 };

test('warns of the action that takes the count back, with the hour and how far away it is', () => {
	expect(scheduleRemarks([EVENING], TARGET, { count: 5, now })).toEqual([
		{
			level: 'warning',
			text: 'scheduled action evening sets the maximum to 2 at 18:00 Europe/Berlin (in 3h12m)',
		},
	]);
});

test('an action that leaves the count alone is told of, without warning; the next comes first', () => {
	const remarks = scheduleRemarks([MORNING, EVENING], TARGET, { count: 2, now });
	expect(remarks.map(({ level, text }) => `${level}: ${text}`)).toEqual([
		'info: scheduled action evening sets the maximum to 2 at 18:00 Europe/Berlin (in 3h12m)',
		'warning: scheduled action morning sets the minimum to 4 at 07:00 UTC (in 17h12m)',
	]);
});

test('an action whose time is over is left out', () => {
	const over = { ...EVENING, schedule: 'at(2026-11-19T18:00:00)' };
	expect(scheduleRemarks([over], TARGET, { count: 5, now })).toEqual([]);
});

test('a schedule that cannot be worked out is shown as it stands', () => {
	const odd = { ...EVENING, schedule: 'cron(0 18 L-3 * ? *)', minCapacity: 1 };
	expect(scheduleRemarks([odd], TARGET, { count: 5, now })).toEqual([
		{
			level: 'warning',
			text: 'scheduled action evening sets the minimum to 1 and the maximum to 2 by its schedule cron(0 18 L-3 * ? *) Europe/Berlin',
		},
	]);
});

test('suspended actions take nothing back', () => {
	const suspended = { ...TARGET, suspended: { ...TARGET.suspended, scheduled: true } };
	expect(scheduleRemarks([MORNING, EVENING], suspended, { count: 5, now })).toEqual([
		{ level: 'info', text: 'scheduled scaling is suspended, and with it morning, evening' },
	]);
});
