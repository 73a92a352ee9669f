import { expect, test } from 'vitest';
import { pageOf } from '../../../src/drydock/services/page.ts';

const refusal = () => new Error('refused');
const letters = [...'abcde'];

test('the pages of a list follow each other by their tokens', () => {
	const first = pageOf(letters, 2, undefined, refusal);
	const second = pageOf(letters, 2, first.nextToken, refusal);
	const third = pageOf(letters, 2, second.nextToken, refusal);
	expect([first, second, third].flatMap(({ items }) => items)).toEqual(letters);
	expect(third.nextToken).toBeUndefined();
});

test('a list that has become shorter than its token ends', () => {
	const { nextToken } = pageOf(letters, 4, undefined, refusal);
	expect(pageOf(letters.slice(0, 2), 4, nextToken, refusal)).toEqual({ items: [], nextToken: undefined });
});

test.each(['', 'x', 'MA', 'Mi4w', 'LTE', 'MTAwIQ', 'next', 'MTA=', 'NaN'])(
	'the token "%s" is none that a page gave',
	(token) => {
		expect(() => pageOf(letters, 2, token, refusal)).toThrow('refused');
	},
);
