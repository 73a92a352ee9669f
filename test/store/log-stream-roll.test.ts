import { describe, expect, test } from 'vitest';
import { createStreamRoll, MISSING_RETRY } from '../../src/store/log-stream-roll.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `checkout/app/${index}`);

describe('the roll of streams', () => {
	test('tries and polls no more than 100 streams at a time', () => {
		const roll = createStreamRoll();
		roll.follow(names(250));
		const sizes: number[] = [];
		for (let batch = roll.nextBatch(); batch; batch = roll.nextBatch()) {
			sizes.push(batch.length);
			roll.admit(batch);
		}
		expect(sizes).toEqual([100, 100, 50]);
		expect(roll.admitted().map(({ length }) => length)).toEqual([100, 100, 50]);
	});

	test('finds the one stream that is not there by halving, and asks for it again later', () => {
		const roll = createStreamRoll();
		roll.follow(names(80));
		let calls = 0;
		for (let batch = roll.nextBatch(); batch; batch = roll.nextBatch()) {
			calls++;
			if (batch.includes('checkout/app/33')) roll.reject(batch, 1_000);
			else roll.admit(batch);
		}
		expect(roll.admitted().flat()).toHaveLength(79);
		expect(calls).toBeLessThan(16);
		roll.recallMissing(1_000 + MISSING_RETRY - 1);
		expect(roll.hasNew()).toBe(false);
		roll.recallMissing(1_000 + MISSING_RETRY);
		expect(roll.nextBatch()).toEqual(['checkout/app/33']);
	});

	test('forgets what is not followed any more, wherever it stands', () => {
		const roll = createStreamRoll();
		roll.follow(['a', 'b']);
		const first = roll.nextBatch() ?? [];
		roll.admit(first);
		roll.follow(['b', 'gone']);
		const second = roll.nextBatch() ?? [];
		roll.reject(second, 0);
		roll.follow(['b']);
		roll.recallMissing(MISSING_RETRY);
		expect(roll.admitted()).toEqual([['b']]);
		expect(roll.hasNew() || roll.hasMissing()).toBe(false);
	});
});
