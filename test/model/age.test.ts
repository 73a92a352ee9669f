import { expect, test } from 'vitest';
import { age } from '../../src/model/age.ts';

const NOW = Date.UTC(2026, 10, 20, 3);

test.each([
	[0, '0s'],
	[99_000, '99s'],
	[100_000, '1m'],
	[5_999_000, '99m'],
	[6_000_000, '1h'],
	[47 * 3_600_000, '47h'],
	[9 * 86_400_000, '9d'],
	[-5_000, '0s'],
])('%i ms ago is %s', (ago, words) => {
	expect(age(NOW - ago, NOW)).toBe(words);
});

test('a time that is not known has no age', () => {
	expect(age(undefined, NOW)).toBe('-');
});
