import { describe, expect, test } from 'vitest';
import { createStreamRoll, MISSING_RETRY } from '../../src/store/log-stream-roll.ts';

const named = (...streams: readonly string[]) => streams.map((stream) => ({ stream }));
const names = (count: number) => named(...Array.from({ length: count }, (_, index) => `checkout/app/${index}`));

/** When a stream that never comes is asked for, ms. */
function triesOf(isOver: boolean, hours: number): readonly number[] {
	const roll = createStreamRoll();
	roll.follow([{ stream: 'never', isOver }]);
	const tries: number[] = [];
	for (let now = 0; now < hours * 3_600_000; now += 1_000) {
		roll.recallMissing(now);
		const batch = roll.nextBatch();
		if (batch) tries.push(now);
		roll.reject(batch ?? [], now);
	}
	return tries;
}

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

	test('goes on asking for a stream that a running task does not have yet', () => {
		expect(triesOf(false, 0.05)).toEqual([0, 10_000, 30_000, 70_000, 110_000, 150_000]);
	});

	test('soon gives up the stream of a task that has stopped', () => {
		expect(triesOf(true, 1)).toEqual([0, 10_000, 50_000, 210_000, 850_000, 3_410_000]);
	});

	test('forgets what is not followed any more, wherever it stands', () => {
		const roll = createStreamRoll();
		roll.follow(named('a', 'b'));
		const first = roll.nextBatch() ?? [];
		roll.admit(first);
		roll.follow(named('b', 'gone'));
		const second = roll.nextBatch() ?? [];
		roll.reject(second, 0);
		roll.follow(named('b'));
		roll.recallMissing(MISSING_RETRY);
		expect(roll.admitted()).toEqual([['b']]);
		expect(roll.hasNew() || roll.hasMissing()).toBe(false);
	});
});
