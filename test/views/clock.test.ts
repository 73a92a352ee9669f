import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { moment, timeOfDay } from '../../src/views/clock.ts';

const NOW = Date.UTC(2026, 10, 20, 12, 4, 10);

test.each([
	[Date.UTC(2026, 10, 20, 0, 0, 1), '00:00:01'],
	[Date.UTC(2026, 10, 19, 23, 59, 59), '11-19 23:59:59'],
	[Date.UTC(2025, 11, 31, 23, 59, 59), '2025-12-31 23:59:59'],
])('tells as much of the date as is needed: %d is %s', (time, words) => {
	expect(moment(time, NOW, true)).toBe(words);
});

describe('for somebody in Tokyo', () => {
	beforeEach(() => vi.stubEnv('TZ', 'Asia/Tokyo'));
	afterEach(() => vi.unstubAllEnvs());

	test('gives the time of day there, unless UTC is asked for', () => {
		expect(timeOfDay(NOW, false)).toBe('21:04:10');
		expect(timeOfDay(NOW, true)).toBe('12:04:10');
	});

	test('begins the day where it begins there', () => {
		const midnight = Date.UTC(2026, 10, 19, 15);
		expect(moment(midnight, NOW, false)).toBe('00:00:00');
		expect(moment(midnight - 1_000, NOW, false)).toBe('11-19 23:59:59');
	});
});
