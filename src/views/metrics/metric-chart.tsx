import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Chart } from '../../components/chart.tsx';
import { Line } from '../../components/line.tsx';
import type { Segment } from '../../components/segment.ts';
import type { Theme } from '../../components/theme.ts';
import type { TimelineEntry } from '../../diagnosis/timeline/timeline-entry.ts';
import { duration } from '../../model/duration.ts';
import type { MetricSeries } from '../../model/metrics.ts';
import { chartMarks, marksLegend } from './chart-marks.ts';
import { gapWords, percentWords, summarize } from './series-summary.ts';
import { timeAxis } from './time-axis.ts';

export type MetricChartProps = {
	/** `CPU` */
	readonly name: string;
	readonly series: MetricSeries;
	/** What autoscaling aims at, percent. */
	readonly target: number | undefined;
	/** What happened to the service meanwhile. */
	readonly entries: readonly TimelineEntry[];
	readonly utc: boolean;
	readonly stale: boolean;
	readonly theme: Theme;
	readonly width: number;
	readonly height: number;
};

/** Cells the chart keeps for its numbers. */
const AXIS = 7;

/** Rows below which a chart needs them all for itself. */
const LEAST = 5;

/** A chart with its numbers above and its times below. */
export function MetricChart({
	name,
	series,
	target,
	entries,
	utc,
	stale,
	theme,
	width,
	height,
}: MetricChartProps): ReactNode {
	const { now, min, average, max, gaps } = summarize(series);
	const above = now !== undefined && target !== undefined && now > target;
	const marks = height < LEAST ? '' : chartMarks(entries, series, width - AXIS);
	const dim = (text: string): Segment => ({ text, color: theme.dim });
	const heading: readonly Segment[] = [
		{ text: name.padEnd(8), bold: true },
		{ text: percentWords(now), ...(above ? { color: theme.degraded } : {}) },
		dim(target === undefined ? '' : `  target ${percentWords(target)}`),
		dim(
			`  min ${percentWords(min)}  avg ${percentWords(average)}  max ${percentWords(max)}  ${gapWords(series, gaps)}`,
		),
		...marksLegend(marks, theme),
	];
	if (now === undefined) {
		const words = `${name.padEnd(8)}-  no data in the last ${duration(series.values.length * series.periodMs)}: a service without tasks has none`;
		return <Line segments={[dim(words)]} width={width} />;
	}
	return (
		<Box flexDirection="column" width={width}>
			<Line segments={heading} width={width} />
			<Chart
				values={series.values}
				top={Math.max(100, Math.ceil((max ?? 0) / 50) * 50)}
				threshold={target}
				unit="%"
				color={stale ? theme.dim : theme.accent}
				width={width}
				height={Math.max(1, height - (marks === '' ? 2 : 3))}
				theme={theme}
			/>
			{marks === '' ? null : (
				<Line segments={[{ text: `${' '.repeat(AXIS)}${marks}`, color: theme.changing }]} width={width} />
			)}
			<Line segments={[dim(`${' '.repeat(AXIS)}${timeAxis(series, width - AXIS, utc)}`)]} width={width} />
		</Box>
	);
}
