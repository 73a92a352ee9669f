import { expect, test } from 'vitest';
import { shellWord } from '../../src/model/shell-word.ts';

test.each([
	['prod-ecs', 'prod-ecs'],
	['web asg; reboot', "'web asg; reboot'"],
	["it's $(here)", String.raw`'it'\''s $(here)'`],
	['', "''"],
])('%j is one word for a shell', (text, word) => {
	expect(shellWord(text)).toBe(word);
});
