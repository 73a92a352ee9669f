import { describe, expect, test } from 'vitest';
import { isDue, isSchedule } from '../../../src/drydock/scaling/schedule.ts';
import { NOON } from './tracked-service.ts';

const FRIDAY = Date.UTC(2026, 10, 20);
const at = (hour: number, minute = 0, day = 0) => FRIDAY + ((day * 24 + hour) * 60 + minute) * 60_000;
const due = (schedule: string, when: number, rest: object = {}) =>
	isDue({ scheduledActionName: 'night', schedule, createdAt: NOON, ...rest }, when);

describe('a schedule', () => {
	test.each([
		['cron(0 22 * * ? *)', at(22), true],
		['cron(0 22 * * ? *)', at(22, 1), false],
		['cron(0 22 ? * MON-FRI *)', at(22), true],
		['cron(0 22 ? * MON-FRI *)', at(22, 0, 1), false],
		['cron(0/15 8-18 * * ? *)', at(9, 45), true],
		['cron(0/15 8-18 * * ? *)', at(9, 46), false],
		['cron(0 9 1,20 NOV ? 2026)', at(9), true],
		['cron(0 9 * DEC ? *)', at(9), false],
		['at(2026-11-20T22:30:00)', at(22, 30), true],
		['at(2026-11-20T22:30:00)', at(22, 31), false],
		['rate(2 hours)', at(14), true],
		['rate(2 hours)', at(13), false],
		['rate(1 minute)', at(12, 1), true],
	])('%s is due at %d: %s', (schedule, when, expected) => {
		expect(due(schedule, when)).toBe(expected);
	});

	test('runs in its time zone', () => {
		const berlin = { timezone: 'Europe/Berlin' };
		expect(due('cron(0 22 * * ? *)', at(21), berlin)).toBe(true);
		expect(due('cron(0 22 * * ? *)', at(22), berlin)).toBe(false);
	});

	test('rests before its start and after its end', () => {
		expect(due('cron(0 22 * * ? *)', at(22), { startTime: at(23) })).toBe(false);
		expect(due('cron(0 22 * * ? *)', at(22), { endTime: at(21) })).toBe(false);
	});

	test.each(['cron(0 22 * *)', 'every day', 'rate(0 hours)', 'at(tomorrow)'])('%s is none', (text) => {
		expect(isSchedule(text)).toBe(false);
	});
});
