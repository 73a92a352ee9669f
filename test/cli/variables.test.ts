import { expect, test } from 'vitest';
import { parseVariables } from '../../src/cli/variables.ts';

test('takes a value as it is, and an empty one', () => {
	expect(parseVariables(['URL=a=b\nc', 'EMPTY='])).toEqual({ URL: 'a=b\nc', EMPTY: '' });
});

test.each([
	[['A=1', 'hunter2'], '--env takes NAME=value: number 2 of those given has no =.'],
	[['=hunter2'], '--env takes NAME=value: number 1 of those given has no name.'],
])('says which of %j is none, and not what it says: that may be a secret', (texts, sentence) => {
	expect(() => parseVariables(texts)).toThrow(sentence);
});
