import { expect, test } from 'vitest';
import { age } from '../../src/model/age.ts';

const NOW = Date.UTC(2026, 10, 20, 3);

test.each([
	[0, '0s'],
	[59_900, '59s'],
	[60_000, '1m'],
	[104_000, '1m44s'],
	[9 * 60_000 + 59_000, '9m59s'],
	[12 * 60_000 + 30_000, '12m'],
	[3 * 3_600_000 + 5 * 60_000, '3h05m'],
	[23 * 3_600_000, '23h'],
	[30 * 3_600_000, '1d6h'],
	[9 * 86_400_000, '9d'],
	[40 * 86_400_000 + 3_600_000, '40d'],
	[-5_000, '0s'],
])('%i ms ago is %s', (ago, words) => {
	expect(age(NOW - ago, NOW)).toBe(words);
});

test('a time that is not known has no age', () => {
	expect(age(undefined, NOW)).toBe('-');
});

test('an age never reads shorter than the one before it', () => {
	const seconds = (words: string) =>
		[...words.matchAll(/(\d+)([dhms])/gu)].reduce((sum, [, count, unit]) => {
			const length = { d: 86_400, h: 3600, m: 60, s: 1 }[unit as 'd' | 'h' | 'm' | 's'];
			return sum + Number(count) * length;
		}, 0);
	const read = Array.from({ length: 40_000 }, (_, index) => seconds(age(NOW - index * 7_000, NOW)));
	expect(read).toEqual(read.toSorted((a, b) => a - b));
});
