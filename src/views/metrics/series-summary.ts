import { duration } from '../../model/duration.ts';
import { latestValue, type MetricSeries } from '../../model/metrics.ts';

/** Percent; undefined where no minute has data. */
export type SeriesSummary = {
	readonly now: number | undefined;
	readonly min: number | undefined;
	readonly average: number | undefined;
	readonly max: number | undefined;
	readonly gaps: Gaps;
};

/** Periods without data. */
export type Gaps = {
	/** Before the first that has data. */
	readonly leading: number;
	readonly between: number;
	/** After the last that has data: the gap that reaches now. */
	readonly trailing: number;
};

/** The numbers beside a chart. Gaps count for nothing, never as 0. */
export function summarize(series: MetricSeries): SeriesSummary {
	const present = series.values.filter((value) => value !== null);
	const gaps = gapsOf(series.values);
	if (present.length === 0) return { now: undefined, min: undefined, average: undefined, max: undefined, gaps };
	return {
		now: latestValue(series),
		min: Math.min(...present),
		average: present.reduce((sum, value) => sum + value, 0) / present.length,
		max: Math.max(...present),
		gaps,
	};
}

function gapsOf(values: MetricSeries['values']): Gaps {
	const first = values.findIndex((value) => value !== null);
	if (first === -1) return { leading: 0, between: 0, trailing: values.length };
	const last = values.findLastIndex((value) => value !== null);
	const between = values.slice(first, last).filter((value) => value === null).length;
	return { leading: first, between, trailing: values.length - 1 - last };
}

/** Ms by which the newest minutes may be late without anything being wrong: CloudWatch gathers a minute before it shows it. */
const USUAL_DELAY = 3 * 60_000;

/** `begins 2h ago  no data for 12m`: a series that is younger than the chart, and one that ended. */
export function gapWords({ values, periodMs }: MetricSeries, { leading, between, trailing }: Gaps): string {
	return [
		...(leading === 0 ? [] : [`begins ${duration((values.length - leading) * periodMs)} ago`]),
		...(between === 0 ? [] : [`${duration(between * periodMs)} missing in between`]),
		...(trailing * periodMs <= USUAL_DELAY ? [] : [`no data for ${duration(trailing * periodMs)}`]),
	].join('  ');
}

/** `88 %`, or `-` for what is not known. */
export function percentWords(value: number | undefined): string {
	return value === undefined ? '-' : `${Math.round(value)} %`;
}
