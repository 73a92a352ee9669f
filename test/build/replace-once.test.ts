import { expect, test } from 'vitest';
import { replaceOnce } from '../../build/replace-once.ts';

test('puts each text in place of the other, and takes neither for a pattern', () => {
	const changed = replaceOnce('ink.js', 'if (a.b) run($);', { 'a.b': '$&', 'run($)': 'walk()' });
	expect(changed).toBe('if ($&) walk();');
});

test.each([
	['is gone', 'if (a) run();'],
	['is there twice', 'if (a.b) run(a.b);'],
])('names the package when a text %s', (_, source) => {
	expect(() => replaceOnce('ink.js', source, { 'a.b': 'c' })).toThrow(/ink\.js has changed.*"a\.b"/u);
});
