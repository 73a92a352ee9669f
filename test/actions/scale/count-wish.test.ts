import { expect, test } from 'vitest';
import { countFrom } from '../../../src/actions/scale/count-wish.ts';

test.each([
	['6', 6],
	['+2', 6],
	['-1', 3],
	['x2', 8],
	['*3', 12],
	['0', 0],
	[' 7 ', 7],
	['5000', 5000],
])('%s from 4 is %i', (wish, count) => {
	expect(countFrom(wish, 4)).toBe(count);
});

test.each([
	['', '"" is not a number of tasks: write 6, +2, -1 or x2.'],
	['two', '"two" is not a number of tasks: write 6, +2, -1 or x2.'],
	['1.5', '"1.5" is not a number of tasks: write 6, +2, -1 or x2.'],
	['-5', '4 - 5 would be less than 0.'],
	['5001', 'A service can have 5000 tasks at most; 5001 are asked for.'],
])('%s from 4 is none, and says why', (wish, why) => {
	expect(countFrom(wish, 4)).toBe(why);
});
