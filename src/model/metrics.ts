/** One-minute averages, oldest first; a minute without data is a gap (null), never 0. */
export type MetricSeries = {
	/** Start of the first minute, epoch ms. */
	readonly startedAt: number;
	readonly periodMs: number;
	readonly values: readonly (number | null)[];
};

/** Percent of what is reserved, as CloudWatch's AWS/ECS namespace gives it. */
export type ServiceMetrics = { readonly cpu: MetricSeries; readonly memory: MetricSeries };

/** The newest value that is there, or undefined. */
export function latestValue(series: MetricSeries | undefined): number | undefined {
	return series?.values.findLast((value) => value !== null) ?? undefined;
}
