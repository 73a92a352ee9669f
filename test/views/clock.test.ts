import { expect, test } from 'vitest';
import { moment, timeOfDay } from '../../src/views/clock.ts';

const NOW = Date.UTC(2026, 10, 20, 12, 4, 10);

test.each([
	[Date.UTC(2026, 10, 20, 0, 0, 1), '00:00:01'],
	[Date.UTC(2026, 10, 19, 23, 59, 59), '11-19 23:59:59'],
	[Date.UTC(2025, 11, 31, 23, 59, 59), '2025-12-31 23:59:59'],
])('tells as much of the date as is needed: %d is %s', (time, words) => {
	expect(moment(time, NOW, true)).toBe(words);
});

test("gives the time of day in the person's zone unless asked for UTC", () => {
	const local = new Date(NOW);
	expect(timeOfDay(NOW, true)).toBe('12:04:10');
	expect(timeOfDay(NOW, false)).toBe(local.toLocaleTimeString('en-GB', { hour12: false }));
});
