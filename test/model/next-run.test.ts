import { expect, test } from 'vitest';
import { nextRun } from '../../src/model/next-run.ts';

/** A Friday. */
const NOW = Date.parse('2026-11-20T14:48:00Z');
const HOUR = 3_600_000;

const next = (schedule: string, more: Partial<Parameters<typeof nextRun>[0]> = {}) => {
	const run = nextRun({ schedule, ...more }, NOW);
	return typeof run === 'number' ? new Date(run).toISOString().replace(':00.000Z', 'Z') : run;
};

test.each([
	['every day at six', 'cron(0 18 * * ? *)', '2026-11-20T18:00Z'],
	['on weekdays, by name', 'cron(0 9 ? * MON-FRI *)', '2026-11-23T09:00Z'],
	['on weekdays, Sunday being 1', 'cron(0 9 ? * 2-6 *)', '2026-11-23T09:00Z'],
	['on Sundays', 'cron(0 9 ? * 1 *)', '2026-11-22T09:00Z'],
	['on the last day of the month', 'cron(0 9 L * ? *)', '2026-11-30T09:00Z'],
	['on the weekday nearest to the 15th, a Sunday in that month', 'cron(0 9 15W 11 ? 2026-2027)', '2027-11-15T09:00Z'],
	['on the weekday nearest to the 22nd, a Sunday', 'cron(0 9 22W * ? *)', '2026-11-23T09:00Z'],
	['on the third Friday, which is today', 'cron(0 18 ? * 6#3 *)', '2026-11-20T18:00Z'],
	['on the last Friday', 'cron(0 9 ? * 6L *)', '2026-11-27T09:00Z'],
	['on the last day of the week, Saturday', 'cron(0 9 ? * L *)', '2026-11-21T09:00Z'],
	['every quarter of an hour from 5 on', 'cron(5/15 * * * ? *)', '2026-11-20T14:50Z'],
	['in several steps and lists', 'cron(5 0/6,3 1,15 JAN,dec ? 2026-2030)', '2026-12-01T00:05Z'],
	['in every second year', 'cron(0 18 1 1 ? 2025/2)', '2027-01-01T18:00Z'],
	['at a moment', 'at(2026-11-21T06:30:00)', '2026-11-21T06:30Z'],
])('%s', (_, schedule, expected) => {
	expect(next(schedule)).toBe(expected);
});

test('the time of day is that of its time zone, and follows it through the year', () => {
	const timezone = 'Europe/Berlin';
	expect(next('cron(0 18 * * ? *)', { timezone })).toBe('2026-11-20T17:00Z');
	expect(next('cron(0 18 1 7 ? *)', { timezone })).toBe('2027-07-01T16:00Z');
	expect(next('at(2026-11-20T18:00:00)', { timezone })).toBe('2026-11-20T17:00Z');
});

test('a rate counts from its start, else from when it was made', () => {
	expect(next('rate(2 hours)', { startTime: NOW - 3 * HOUR })).toBe('2026-11-20T15:48Z');
	expect(next('rate(2 hours)', { startTime: NOW + HOUR })).toBe('2026-11-20T15:48Z');
	expect(next('rate(1 day)', { createdAt: NOW - HOUR })).toBe('2026-11-21T13:48Z');
	expect(next('rate(1 day)')).toBe('unclear');
});

test('nothing happens before its start and after its end', () => {
	const startTime = Date.parse('2026-12-01T18:00:00Z');
	expect(next('cron(0 18 * * ? *)', { startTime })).toBe('2026-12-01T18:00Z');
	expect(next('cron(0 18 * * ? *)', { endTime: NOW + HOUR })).toBe('never');
});

test.each(['cron(0 18 * * ? 2020)', 'at(2020-01-01T00:00:00)'])('the time of %s is over', (schedule) => {
	expect(next(schedule)).toBe('never');
});

test.each(['cron(61 9 * * ? *)', 'cron(0 18 * * ?)', 'cron(0 9 L-3 * ? *)', 'rate(0 days)', 'daily', ''])(
	'%j is not guessed at',
	(schedule) => {
		expect(next(schedule)).toBe('unclear');
	},
);

test('an unknown time zone is not guessed at', () => {
	expect(next('cron(0 18 * * ? *)', { timezone: 'Europe/Atlantis' })).toBe('unclear');
});
