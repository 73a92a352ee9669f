import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullBucket, refilled, slowed, spent, waitFor, type TokenBucket } from '../../src/aws/token-bucket.ts';

const allowance = { burst: 4, perSecond: 2 };

function drained(at = 0): TokenBucket {
	return Array.from({ length: allowance.burst }).reduce<TokenBucket>(spent, fullBucket(allowance, at));
}

test('a full bucket lets its burst through at once and then makes calls wait', () => {
	expect(waitFor(fullBucket(allowance, 0))).toBe(0);
	expect(waitFor(drained())).toBe(500);
});

test('an empty bucket fills at its pace, and never beyond its burst', () => {
	expect(refilled(drained(), 1_000).tokens).toBe(2);
	expect(refilled(drained(), 3_600_000).tokens).toBe(4);
});

test('throttling empties the bucket and halves its pace', () => {
	const bucket = slowed(fullBucket(allowance, 0), 0);
	expect(bucket.tokens).toBe(0);
	expect(waitFor(bucket)).toBe(1_000);
});

test('calls throttled together slow the bucket once', () => {
	const bucket = slowed(slowed(fullBucket(allowance, 0), 0), 999);
	expect(bucket.pace).toBe(0.5);
	expect(slowed(bucket, 1_000).pace).toBe(0.25);
});

test('throttling counts also after the clock was set back', () => {
	expect(slowed(slowed(fullBucket(allowance, 3_600_000), 3_600_000), 0).pace).toBe(0.25);
});

test('a slowed bucket is back at its full pace after a minute without throttling', () => {
	const bucket = slowed(fullBucket(allowance, 0), 0);
	expect(refilled(bucket, 15_000).pace).toBeCloseTo(0.75);
	expect(refilled(bucket, 60_000).pace).toBe(1);
});

test('a clock that runs backwards neither fills nor drains', () => {
	expect(refilled(drained(5_000), 0).tokens).toBe(0);
});

test('whatever happens, a call waits a finite time and a bucket holds at most its burst', () => {
	const step = fc.oneof(
		fc.record({ what: fc.constant('wait' as const), ms: fc.nat(120_000) }),
		fc.record({ what: fc.constantFrom('spend' as const, 'throttle' as const), ms: fc.constant(0) }),
	);
	fc.assert(
		fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
			let now = 0;
			let bucket = fullBucket(allowance, now);
			for (const { what, ms } of steps) {
				now += ms;
				bucket = refilled(bucket, now);
				if (what === 'spend') bucket = spent(bucket);
				if (what === 'throttle') bucket = slowed(bucket, now);
				expect(bucket.tokens).toBeLessThanOrEqual(allowance.burst);
				expect(Number.isFinite(waitFor(bucket))).toBe(true);
			}
		}),
	);
});
