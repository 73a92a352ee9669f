import { expect, test } from 'vitest';
import { createCallRate } from '../../src/aws/call-rate.ts';

test('the rate is that of the last ten seconds', () => {
	let now = 0;
	const rate = createCallRate({ now: () => now });
	for (let call = 0; call < 21; call++) rate.sent();
	expect(rate.perSecond()).toBe(2.1);
	now = 9_999;
	rate.sent();
	expect(rate.perSecond()).toBe(2.2);
	now = 10_000;
	expect(rate.perSecond()).toBe(0.1);
	now = 20_000;
	expect(rate.perSecond()).toBe(0);
});

test('what was sent before the clock was set back is forgotten', () => {
	let now = 3_600_000;
	const rate = createCallRate({ now: () => now });
	rate.sent();
	now = 0;
	expect(rate.perSecond()).toBe(0);
});
