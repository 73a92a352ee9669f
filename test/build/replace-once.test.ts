import { expect, test } from 'vitest';
import { replaceOnce } from '../../build/replace-once.ts';

test('Each text is replaced by its own, as it is written', () => {
	expect(replaceOnce('a.js', 'one(two) three', { 'one(two)': "$& $1 $'", three: 'four' })).toBe("$& $1 $' four");
});

test('A text that is not there is named with its file', () => {
	expect(() => replaceOnce('a.js', 'one', { two: 'three' })).toThrow('a.js has changed: "two" is in it 0 times');
});

test('A text that is there twice is named with its file', () => {
	expect(() => replaceOnce('a.js', 'one one', { one: 'two' })).toThrow('a.js has changed: "one" is in it 2 times');
});
