import { Box } from 'ink';
import type { ReactNode } from 'react';
import { chartRows, rowOf, type ChartPart } from './chart-rows.ts';
import { Line } from './line.tsx';
import type { Segment } from './segment.ts';
import type { Color, Theme } from './theme.ts';

export type ChartProps = {
	/** Oldest first; null is a gap. As many as there are cells are drawn best. */
	readonly values: readonly (number | null)[];
	/** Value at the upper edge; the lower edge is 0. */
	readonly top: number;
	/** A value to draw a line at, like a scaling target. */
	readonly threshold?: number | undefined;
	readonly unit: string;
	readonly color: Color;
	readonly width: number;
	readonly height: number;
	readonly theme: Theme;
};

/** Width of the axis with its numbers, in cells. */
const AXIS = 7;

/** Values over time as columns of eighths of a cell, with an axis and a threshold line. */
export function Chart(props: ChartProps): ReactNode {
	const { values, top, threshold, unit, color, width, height, theme } = props;
	const rows = chartRows(values, { top, threshold, width: Math.max(0, width - AXIS), height, glyphs: theme.glyphs });
	const marks = new Map([
		[0, top],
		[height - 1, 0],
		...(threshold === undefined ? [] : [[rowOf(threshold, top, height), threshold] as const]),
	]);
	return (
		<Box flexDirection="column" width={width}>
			{rows.map((row, index) => {
				const mark = marks.get(index);
				const label = mark === undefined ? '' : `${Math.round(mark)}${unit}`;
				const axis: Segment = { text: `${label.padStart(AXIS - 2)} ${theme.glyphs.box.vertical}`, color: theme.dim };
				const segments = row.map((part) => dress(part, color, theme));
				// Rows of a chart have no other name than their place.
				return <Line key={String(index)} segments={[axis, ...segments]} width={width} />;
			})}
		</Box>
	);
}

/** The line goes on across the bars as a cut through them, which is seen without colours too. */
function dress({ text, look }: ChartPart, color: Color, theme: Theme): Segment {
	if (look === 'crossed') return { text, color, inverse: true };
	return { text, color: look === 'bar' ? color : theme.degraded };
}
