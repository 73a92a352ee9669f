import type { Segment } from '../../components/segment.ts';
import type { Theme } from '../../components/theme.ts';
import type { TimelineEntry } from '../../diagnosis/timeline/timeline-entry.ts';
import type { MetricSeries } from '../../model/metrics.ts';

/** The signs of a chart's marks; of several in one cell the one that stands first here is shown. */
const SIGNS = [
	{ sign: 'D', words: 'deploy', is: ({ kind }: TimelineEntry) => kind === 'deployment' },
	{ sign: 'S', words: 'scaling', is: ({ kind }: TimelineEntry) => kind === 'scaling' || kind === 'change' },
	{ sign: 'x', words: 'task died', is: ({ kind, level }: TimelineEntry) => kind === 'stop' && level !== 'routine' },
] as const;

/** Where something happened, cell by cell under a chart of `width`: `   D   x x   S  `; empty where nothing did. */
export function chartMarks(entries: readonly TimelineEntry[], series: MetricSeries, width: number): string {
	const { startedAt, periodMs, values } = series;
	const cells = Array.from({ length: Math.max(0, width) }, () => ' ');
	const shown = SIGNS.toReversed().flatMap(({ sign, is }) => entries.filter(is).map(({ at }) => ({ sign, at })));
	for (const { sign, at } of shown) {
		// As the values are spread over the columns.
		const column = Math.floor((Math.floor((at - startedAt) / periodMs) * width) / Math.max(1, values.length));
		if (at >= startedAt && column >= 0 && column < width) cells[column] = sign;
	}
	return cells.join('').trimEnd();
}

/** `D deploy  x task died`: what the signs that are there mean. */
export function marksLegend(marks: string, theme: Theme): readonly Segment[] {
	const used = SIGNS.filter(({ sign }) => marks.includes(sign));
	return used.map(({ sign, words }) => ({ text: `  ${sign} ${words}`, color: theme.dim }));
}
