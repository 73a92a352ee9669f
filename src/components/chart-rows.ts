import { resample } from './resample.ts';
import type { Glyphs } from './theme.ts';

/** What a cell shows: a bar, what of it is over the threshold, the threshold's line, or the line across a bar. */
export type ChartLook = 'bar' | 'over' | 'line' | 'crossed' | 'blank';

export type ChartPart = { readonly text: string; readonly look: ChartLook };

export type ChartShape = {
	readonly top: number;
	readonly threshold?: number | undefined;
	readonly width: number;
	readonly height: number;
	readonly glyphs: Glyphs;
};

/** The rows of a plot from the top down, each in parts that share a look. */
export function chartRows(
	values: readonly (number | null)[],
	{ top, threshold, width, height, glyphs }: ChartShape,
): readonly (readonly ChartPart[])[] {
	const columns = resample(values, width);
	const line = threshold === undefined ? undefined : rowOf(threshold, top, height);
	const isOver = (value: number | null, row: number) =>
		value !== null && threshold !== undefined && line !== undefined && value > threshold && row <= line;
	return Array.from({ length: height }, (_, row) => {
		const floor = height - 1 - row;
		const cells = columns.map((value): ChartPart => {
			const filled = value === null ? 0 : (value / top) * height - floor;
			if (row === line && filled >= 1) return { text: glyphs.box.horizontal, look: 'crossed' };
			if (filled > 0) return { text: block(filled, glyphs), look: isOver(value, row) ? 'over' : 'bar' };
			return row === line ? { text: glyphs.box.horizontal, look: 'line' } : { text: ' ', look: 'blank' };
		});
		return merged(cells);
	});
}

/** The row, from the top, in which a value lies. */
export function rowOf(value: number, top: number, height: number): number {
	return Math.max(0, Math.min(height - 1, height - 1 - Math.floor((value / top) * height)));
}

/** A column's share of one cell: full, or the eighths that fit; something that is there is never drawn as nothing. */
function block(filled: number, glyphs: Glyphs): string {
	const eighths = Math.min(glyphs.sparks.length, Math.max(1, Math.round(filled * glyphs.sparks.length)));
	return glyphs.sparks[eighths - 1] ?? '';
}

function merged(cells: readonly ChartPart[]): readonly ChartPart[] {
	const parts: ChartPart[] = [];
	for (const cell of cells) {
		const last = parts.at(-1);
		if (last?.look === cell.look) parts[parts.length - 1] = { ...last, text: last.text + cell.text };
		else parts.push(cell);
	}
	return parts;
}
