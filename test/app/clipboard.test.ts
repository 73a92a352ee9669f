import { expect, test } from 'vitest';
import { clipboardSequence } from '../../src/app/clipboard.ts';

test('a text goes into the clipboard as OSC 52, whatever script it is in', () => {
	const base64 = /^\u001b\]52;c;([A-Za-z\d+/=]+)\u0007$/u.exec(clipboardSequence('注文 checkout') ?? '')?.[1] ?? '';
	expect(Buffer.from(base64, 'base64').toString()).toBe('注文 checkout');
});

test('a text that terminals would drop is not sent', () => {
	expect(clipboardSequence('x'.repeat(55_500))).toMatch(/^.{6}.{74000}/u);
	expect(clipboardSequence('x'.repeat(55_501))).toBeUndefined();
});
