import { expect, test } from 'vitest';
import { duration } from '../../src/model/duration.ts';

test.each([
	[-5, '0ms'],
	[850, '850ms'],
	[12_000, '12s'],
	[120_000, '2m'],
	[151_000, '2m31s'],
	[3_900_000, '1h05m'],
	[86_400_000, '1d0h'],
	[9.2 * 86_400_000, '9d4h'],
])('%d ms is %s', (milliseconds, words) => {
	expect(duration(milliseconds)).toBe(words);
});
