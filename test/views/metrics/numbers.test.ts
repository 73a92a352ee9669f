import { expect, test } from 'vitest';
import type { MetricSeries } from '../../../src/model/metrics.ts';
import { gapWords, percentWords, summarize } from '../../../src/views/metrics/series-summary.ts';
import { timeAxis } from '../../../src/views/metrics/time-axis.ts';
import { cpu } from '../../fixtures/checkout-settings.ts';

const series = (values: MetricSeries['values']): MetricSeries => ({ startedAt: 0, periodMs: 60_000, values });

test('counts gaps as missing, never as 0', () => {
	const gaps = { leading: 0, between: 1, trailing: 1 };
	expect(summarize(series([20, null, 40, null]))).toEqual({ now: 40, min: 20, average: 30, max: 40, gaps });
});

test('knows nothing about a series of gaps', () => {
	const gaps = { leading: 0, between: 0, trailing: 2 };
	const summary = summarize(series([null, null]));
	expect(summary).toEqual({ now: undefined, min: undefined, average: undefined, max: undefined, gaps });
	expect(percentWords(summary.now)).toBe('-');
});

test.each([
	[[20, 30], ''],
	[[null, 20, 30], 'begins 2m ago'],
	[[20, null, 30], '1m missing in between'],
	[[20, null, null, null], ''],
	[[20, null, null, null, null], 'no data for 4m'],
	[[null, 20, null, 30, null], 'begins 4m ago  1m missing in between'],
])('says of the gaps in %j: %s', (values, words) => {
	expect(gapWords(series(values), summarize(series(values)).gaps)).toBe(words);
});

test('puts the first and the last time at the ends of the axis', () => {
	const axis = timeAxis(cpu, 71, true);
	expect(axis).toMatch(/^09:04 .* 12:03$/u);
	expect(axis).toHaveLength(71);
});

test.each([0, 3, 5, 20, 191])('fits an axis into %d cells', (width) => {
	expect(timeAxis(cpu, width, true)).toHaveLength(width);
});
