import { expect, test } from 'vitest';
import { createTokenBuckets, type Draw } from '../../../src/drydock/wire/token-buckets.ts';

const draw: Draw = { service: 'ecs', operation: 'DescribeServices', region: 'eu-west-1', now: 0, otherCallers: 0 };

test('a full bucket allows the burst, then the refill rate', () => {
	const buckets = createTokenBuckets(() => 0.5);
	expect(granted(150, () => buckets.take(draw))).toBe(100);
	expect(granted(50, () => buckets.take({ ...draw, now: 1000 }))).toBe(20);
	expect(granted(500, () => buckets.take({ ...draw, now: 3_600_000 }))).toBe(100);
});

test('operations of one bucket share it; other buckets and regions do not', () => {
	const buckets = createTokenBuckets(() => 0.5);
	granted(100, () => buckets.take(draw));
	expect(buckets.take({ ...draw, operation: 'ListServices' })).toBe(false);
	expect(buckets.take({ ...draw, operation: 'DescribeTasks' })).toBe(true);
	expect(buckets.take({ ...draw, region: 'ap-northeast-1' })).toBe(true);
});

test('an operation without a published rate is never throttled', () => {
	const buckets = createTokenBuckets(() => 0.5);
	expect(granted(5000, () => buckets.take({ ...draw, service: 'sts', operation: 'GetCallerIdentity' }))).toBe(5000);
});

test('other callers slow the refill', () => {
	const buckets = createTokenBuckets(() => 0.5);
	granted(100, () => buckets.take({ ...draw, otherCallers: 15 }));
	expect(granted(50, () => buckets.take({ ...draw, now: 2000, otherCallers: 15 }))).toBe(10);
});

test('where others use a bucket up, a call gets through with the chance any caller has', () => {
	const dice = [0.1, 0.19, 0.2, 0.9];
	const buckets = createTokenBuckets(() => dice.shift() ?? 1);
	const chances = [1, 2, 3, 4].map(() => buckets.take({ ...draw, otherCallers: 100 }));
	expect(chances).toEqual([true, true, false, false]);
});

test('when the others have gone, the bucket fills again', () => {
	const buckets = createTokenBuckets(() => 1);
	expect(buckets.take({ ...draw, otherCallers: 100 })).toBe(false);
	expect(granted(200, () => buckets.take({ ...draw, now: 2000 }))).toBe(40);
});

function granted(calls: number, take: () => boolean): number {
	return Array.from({ length: calls }, take).filter(Boolean).length;
}
