import { expect, test } from 'vitest';
import { breakerThreshold } from '../../../../src/drydock/world/scheduler/circuit-breaker.ts';
import { rollingLimits } from '../../../../src/drydock/world/scheduler/rolling-limits.ts';

test('the lower bound is rounded up and the upper one down', () => {
	const limits = (desired: number, minimumHealthyPercent: number, maximumPercent: number) =>
		rollingLimits(desired, { minimumHealthyPercent, maximumPercent });
	expect(limits(4, 100, 200)).toEqual({ lower: 4, upper: 8 });
	expect(limits(3, 50, 150)).toEqual({ lower: 2, upper: 4 });
	expect(limits(1, 100, 134)).toEqual({ lower: 1, upper: 1 });
	expect(limits(0, 100, 200)).toEqual({ lower: 0, upper: 0 });
});

test('the circuit breaker trips at half the desired count, from 3 to 200 tasks', () => {
	expect([0, 1, 6, 7, 9, 100, 400, 1000].map((count) => breakerThreshold(count))).toEqual([
		3, 3, 3, 4, 5, 50, 200, 200,
	]);
});

test.each([
	['COUNT', 7, 100, 7],
	['BOUNDED_PERCENT', 10, 20, 3],
	['BOUNDED_PERCENT', 25, 100, 25],
	['UNBOUNDED_PERCENT', 10, 20, 2],
	['UNBOUNDED_PERCENT', 100, 400, 400],
] as const)('a threshold of %s %d trips, of %d tasks, at %d', (type, value, desired, threshold) => {
	expect(breakerThreshold(desired, { thresholdConfiguration: { type, value } })).toBe(threshold);
});
