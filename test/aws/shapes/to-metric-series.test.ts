import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metricGrid, toMetricSeries } from '../../../src/aws/shapes/to-metric-series.ts';

const MINUTE = 60_000;

test.each([
	['whole minutes', 0, 3 * MINUTE, 0, 3],
	['a started first minute', 1, 3 * MINUTE, 0, 3],
	['a started last minute', 0, 3 * MINUTE + 1, 0, 4],
	['nothing', 5 * MINUTE, 5 * MINUTE, 5 * MINUTE, 0],
	['a range that ends before it begins', 5 * MINUTE, MINUTE, 5 * MINUTE, 0],
])('the grid of %s', (_, from, to, startedAt, length) => {
	expect(metricGrid({ from, to, periodMs: MINUTE })).toEqual({ startedAt, periodMs: MINUTE, length });
});

test('a measured zero is a value, not a gap', () => {
	const grid = metricGrid({ from: 0, to: 2 * MINUTE, periodMs: MINUTE });
	expect(toMetricSeries([{ Timestamps: [new Date(MINUTE)], Values: [0] }], grid).values).toEqual([null, 0]);
});

test('every datapoint on the grid is found where its time is, and none beside it', () => {
	const grid = metricGrid({ from: 0, to: 10 * MINUTE, periodMs: MINUTE });
	fc.assert(
		fc.property(fc.uniqueArray(fc.integer({ min: -5, max: 15 })), (minutes) => {
			const result = { Timestamps: minutes.map((minute) => new Date(minute * MINUTE)), Values: minutes };
			const { values } = toMetricSeries([result], grid);
			expect(values).toEqual(Array.from({ length: 10 }, (_, minute) => (minutes.includes(minute) ? minute : null)));
		}),
	);
});
