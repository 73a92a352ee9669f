import type { DrawnLine } from '../../components/log-lines.tsx';
import { paint } from '../../components/paint.ts';
import { fitSegments } from '../../components/segment.ts';
import { wrapSegments } from '../../components/wrap-segments.ts';
import type { LogLine } from '../../model/log-line.ts';
import { isMark, markSegments } from './log-marks.ts';
import { type LogLook, logSegments } from './log-segments.ts';

export type LineDrawerOptions = Omit<LogLook, 'isMatch'> & {
	/** Cells. */
	readonly width: number;
	/** Rows a line may have; undefined cuts it to one. */
	readonly wrapTo: number | undefined;
};

/** Draws a line. `isMatch` is the one that `n` and `N` went to. */
export type LineDrawer = (line: LogLine, isMatch: boolean) => DrawnLine;

/** Cells by which the further rows of a wrapped line are set in. */
const INDENT = 4;

/** Draws a line once, however often it is asked for: while lines rush in, most of those in view are known. */
export function createLineDrawer({ width, wrapTo, ...look }: LineDrawerOptions): LineDrawer {
	const drawn = new WeakMap<LogLine, DrawnLine>();

	function draw(line: LogLine, isMatch: boolean): DrawnLine {
		const segments = isMark(line)
			? markSegments(line, look.theme, look.utc, width)
			: logSegments(line, { ...look, isMatch });
		const rows =
			wrapTo === undefined
				? [fitSegments(segments, width, 'left', look.theme.glyphs.ellipsis)]
				: wrapSegments(segments, width, INDENT, wrapTo);
		const band = isMatch ? look.theme.selectedBand : undefined;
		return { id: `${line.source.stream} ${line.eventId}`, rows: rows.map((row) => paint(row, band)) };
	}

	return (line, isMatch) => {
		if (isMatch) return draw(line, true);
		const known = drawn.get(line);
		if (known) return known;
		const made = draw(line, false);
		drawn.set(line, made);
		return made;
	};
}
