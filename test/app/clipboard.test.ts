import { expect, test } from 'vitest';
import { clipboardSequence } from '../../src/app/clipboard.ts';

test('a text goes into the clipboard as OSC 52, whatever script it is in', () => {
	const base64 = Buffer.from('注文 checkout').toString('base64');
	expect(clipboardSequence('注文 checkout')).toBe(`\u001b]52;c;${base64}\u0007`);
});

test('a text that terminals would drop is not sent', () => {
	expect(clipboardSequence('x'.repeat(55_500))).toBeDefined();
	expect(clipboardSequence('x'.repeat(55_501))).toBeUndefined();
});
