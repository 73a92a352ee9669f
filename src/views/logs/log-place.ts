import { compareLines, type LogLine } from '../../model/log-line.ts';
import type { LogBuffer } from '../../store/log-tail.ts';

/**
 * Where a line is; where it is not among these, one of its millisecond or the one before. The last one for undefined,
 * the oldest for one that has fallen out, -1 where there are no lines.
 */
export function indexOfLine(lines: LogBuffer, line: LogLine | undefined): number {
	if (!line || lines.length === 0) return lines.length - 1;
	let at = firstNotBefore(lines, line);
	for (let other = lines.at(at); other && compareLines(other, line) === 0; other = lines.at(++at)) {
		if (other === line) return at;
	}
	return Math.max(0, at - 1);
}

function firstNotBefore(lines: LogBuffer, line: LogLine): number {
	let low = 0;
	let high = lines.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const other = lines.at(middle);
		if (other && compareLines(other, line) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * The lowest line in view after moving by `count` lines, up when negative. Undefined follows: moving past the newest
 * line is how one gets back to it. Upwards it ends where the oldest line is the topmost of `height`.
 */
export function moved(
	lines: LogBuffer,
	bottom: LogLine | undefined,
	count: number,
	height: number,
): LogLine | undefined {
	if (lines.length <= height) return count > 0 ? undefined : bottom;
	const target = Math.max(height - 1, indexOfLine(lines, bottom) + count);
	return target < lines.length - 1 ? lines.at(target) : undefined;
}

/** Whether the oldest line is in view, where a line has one row. */
export function isAtTop(lines: LogBuffer, bottom: LogLine | undefined, height: number): boolean {
	return indexOfLine(lines, bottom) < height;
}

export type LinesInView = {
	/** Oldest first. */
	readonly lines: readonly LogLine[];
	/** What is too much stands at the top; otherwise, at the beginning of the log, at the bottom. */
	readonly cutTop: boolean;
};

/** The lines above the lowest one in view, and more below it where those do not fill the height. */
export function linesInView(
	lines: LogBuffer,
	bottom: LogLine | undefined,
	height: number,
	rowsOf: (line: LogLine) => number,
): LinesInView {
	const from = indexOfLine(lines, bottom);
	const above = collect(lines, from, -1, height, rowsOf);
	if (above.rows >= height) return { lines: above.found.toReversed(), cutTop: true };
	const below = collect(lines, from + 1, 1, height - above.rows, rowsOf);
	return { lines: [...above.found.toReversed(), ...below.found], cutTop: false };
}

function collect(
	lines: LogBuffer,
	from: number,
	step: 1 | -1,
	height: number,
	rowsOf: (line: LogLine) => number,
): { readonly found: readonly LogLine[]; readonly rows: number } {
	const found: LogLine[] = [];
	let rows = 0;
	for (let at = from, line = lines.at(at); line && rows < height; line = lines.at((at += step))) {
		found.push(line);
		rows += rowsOf(line);
	}
	return { found, rows };
}
