import { expect, test } from 'vitest';
import { oldAfter } from '../../src/store/old-after.ts';

test('what is selected is old sooner than what is only on screen', () => {
	expect(oldAfter('selected', { refreshMs: 0 })).toBe(15_000);
	expect(oldAfter('on screen', { refreshMs: 0 })).toBe(30_000);
});

test('what was asked to be read rarely is old when two readings are missing', () => {
	expect(oldAfter('selected', { refreshMs: 60_000 })).toBe(120_000);
	expect(oldAfter('on screen', { refreshMs: 60_000 })).toBe(120_000);
	expect(oldAfter('on screen', { refreshMs: 5_000 })).toBe(30_000);
});
