import { expect, test } from 'vitest';
import { backOff } from '../../src/store/back-off.ts';

test('doubles from a second to a minute', () => {
	const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((failures) => backOff('throttled', failures, 0));
	expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
});

test('asks rarely for what is denied, and soon for what a sign-in mends', () => {
	expect(backOff('denied', 1, 0)).toBe(60_000);
	expect(backOff('expired-credentials', 10, 0)).toBe(10_000);
});

test('takes away up to a fifth, so consoles that failed together do not return together', () => {
	expect(backOff('server-fault', 7, 0.999)).toBeGreaterThanOrEqual(48_000);
	expect(backOff('server-fault', 7, 0.5)).toBe(54_000);
});
