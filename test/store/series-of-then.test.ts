import { expect, test } from 'vitest';
import type { ServiceMetrics } from '../../src/model/metrics.ts';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import { createSeriesOfThen } from '../../src/store/series-of-then.ts';

const MINUTE = 60_000;
const ARN = 'arn:checkout';
const of = (...values: readonly number[]): ServiceMetrics => {
	const series = { startedAt: 0, periodMs: MINUTE, values };
	return { cpu: series, memory: series };
};
const reading = (...values: readonly number[]) => ({ [ARN]: { value: of(...values), readAt: 4 * MINUTE } });
const present: Picture = { ...EMPTY_PICTURE, metrics: reading(1, 2, 3, 4), longMetrics: reading(1, 2, 3, 4) };

test('a picture of the past has the series up to then, of minutes that were over', () => {
	const { metrics, longMetrics } = createSeriesOfThen()(EMPTY_PICTURE, present, 2.5 * MINUTE);
	expect(metrics[ARN]).toEqual({ value: of(1, 2), readAt: 2.5 * MINUTE });
	expect(longMetrics[ARN]?.value).toEqual(of(1, 2));
});

test('what was read then stays as it was', () => {
	const then = { ...EMPTY_PICTURE, metrics: reading(7) };
	expect(createSeriesOfThen()(then, present, 3 * MINUTE).metrics).toEqual(then.metrics);
});

test('before the series begin there are none', () => {
	expect(createSeriesOfThen()(EMPTY_PICTURE, present, 30_000).metrics).toEqual({});
});

test('stays the same object until something of it changes', () => {
	const seriesOfThen = createSeriesOfThen();
	const first = seriesOfThen(EMPTY_PICTURE, present, MINUTE);
	expect(seriesOfThen(EMPTY_PICTURE, { ...present, callsPerSecond: 3 }, MINUTE)).toBe(first);
	expect(seriesOfThen(EMPTY_PICTURE, present, 2 * MINUTE)).not.toBe(first);
});
