import type * as cloudwatch from '@aws-sdk/client-cloudwatch';
import type { MetricSeries } from '../../model/metrics.ts';
import { list } from './scalars.ts';

/** The grid that a series lies on: whole periods, as CloudWatch aligns them. */
export type MetricGrid = { readonly startedAt: number; readonly periodMs: number; readonly length: number };

/** The whole periods that touch the range, which ends before `to`. All in ms. */
export function metricGrid(range: {
	readonly from: number;
	readonly to: number;
	readonly periodMs: number;
}): MetricGrid {
	const { from, to, periodMs } = range;
	const startedAt = Math.floor(from / periodMs) * periodMs;
	return { startedAt, periodMs, length: Math.max(0, Math.ceil((to - startedAt) / periodMs)) };
}

/** Puts the datapoints, in any order, on the grid. A period without one is null; points beside the grid are left out. */
export function toMetricSeries(
	results: readonly cloudwatch.MetricDataResult[],
	{ startedAt, periodMs, length }: MetricGrid,
): MetricSeries {
	const values: (number | null)[] = Array.from({ length }, () => null);
	for (const { Timestamps, Values } of results) {
		for (const [index, timestamp] of list(Timestamps).entries()) {
			const slot = Math.floor((timestamp.getTime() - startedAt) / periodMs);
			const value = Values?.[index];
			if (slot >= 0 && slot < length && value !== undefined) values[slot] = value;
		}
	}
	return { startedAt, periodMs, values };
}
