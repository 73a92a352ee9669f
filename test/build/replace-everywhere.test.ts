import { expect, test } from 'vitest';
import { replaceEverywhere } from '../../build/replace-everywhere.ts';

test('puts the text in place of the other wherever that is, and takes neither for a pattern', () => {
	expect(replaceEverywhere('ink.js', '[a]: 1, [a]: 2', { '[a]:': '$&:' })).toBe('$&: 1, $&: 2');
});

test('names the package when the text is gone', () => {
	expect(() => replaceEverywhere('ink.js', 'a: 1', { '[a]:': 'a:' })).toThrow(/ink\.js has changed.*"\[a\]:"/u);
});
