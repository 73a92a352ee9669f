import { expect, test } from 'vitest';
import { earliestUnhealthy, latestUnhealthy } from '../../src/diagnosis/earliest-unhealthy.ts';

const check = (interval: number, timeout: number, retries: number, startPeriod: number) => ({
	command: ['CMD-SHELL', 'true'],
	interval,
	timeout,
	retries,
	startPeriod,
});

const between = (one: ReturnType<typeof check>) => [earliestUnhealthy(one), latestUnhealthy(one)];

test("with ECS's defaults a container is UNHEALTHY after 90 to 105 seconds", () => {
	expect(between(check(30, 5, 3, 0))).toEqual([90, 105]);
});

test('one failure is enough where one is asked for', () => {
	expect(between(check(10, 2, 1, 0))).toEqual([10, 12]);
});

test('failures within the start period do not count', () => {
	expect(between(check(30, 5, 3, 60))).toEqual([120, 140]);
});

test('a start period between two probes ends with the next one, or sooner when probes before it were slow', () => {
	expect(between(check(30, 5, 1, 75))).toEqual([90, 105]);
	expect(between(check(30, 5, 1, 62))).toEqual([62, 102]);
});

test('a start period shorter than the interval changes nothing', () => {
	expect(between(check(30, 5, 3, 20))).toEqual(between(check(30, 5, 3, 0)));
});

test('it ends on an interval that AWS would not take', () => {
	expect(earliestUnhealthy(check(0, 0, 3, 60))).toBe(60);
});
