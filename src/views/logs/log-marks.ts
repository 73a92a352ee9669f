import type { Segment } from '../../components/segment.ts';
import { cellWidth } from '../../components/cell-width.ts';
import type { Theme } from '../../components/theme.ts';
import type { TimelineEntry } from '../../diagnosis/timeline/timeline-entry.ts';
import type { LogLine } from '../../model/log-line.ts';
import { safeText } from '../../model/safe-text.ts';
import type { LogBuffer } from '../../store/log-tail.ts';
import { timeOfDay } from '../clock.ts';
import { indexOfLine } from './log-place.ts';

/** Something that happened to the service, in its place between the lines. */
export type MarkLine = LogLine & { readonly mark: TimelineEntry };

export function isMark(line: LogLine): line is MarkLine {
	return 'mark' in line;
}

/**
 * The lines with what happened between them, as one buffer: found by halving, copied never. Nothing stands before the
 * oldest line held, where nobody knows what was written. `entries`: newest first.
 */
export function withMarks(lines: LogBuffer, entries: readonly TimelineEntry[]): LogBuffer {
	const from = lines.at(0)?.timestamp;
	if (from === undefined) return lines;
	const marks = entries
		.filter(({ at }) => at >= from)
		.toReversed()
		.map(markLine);
	if (marks.length === 0) return lines;
	// How many lines stand before each mark; what was written in its millisecond comes behind it.
	const before = marks.map(
		(mark) => 1 + indexOfLine(lines, { ...mark, timestamp: mark.timestamp - 1, ingestedAt: Infinity }),
	);
	return {
		length: lines.length + marks.length,
		version: lines.version,
		at: (index) => {
			const passed = marks.findLastIndex((_, mark) => (before[mark] ?? 0) + mark <= index);
			const own = passed >= 0 && (before[passed] ?? 0) + passed === index;
			return own ? marks[passed] : lines.at(index - passed - 1);
		},
	};
}

function markLine(mark: TimelineEntry): MarkLine {
	const source = { region: '', group: '', stream: '', container: '', taskArn: '' };
	return { eventId: mark.id, timestamp: mark.at, ingestedAt: 0, source, text: safeText(mark.text), mark };
}

/** `── 12:01:05 ⟳ deploy :42 → :43 began ───────` */
export function markSegments({ mark }: MarkLine, theme: Theme, utc: boolean, width: number): readonly Segment[] {
	const line = theme.glyphs.box.horizontal;
	const glyph = mark.level === 'routine' ? '' : `${theme.glyphs[mark.level]} `;
	const head = `${line}${line} ${timeOfDay(mark.at, utc)} `;
	const text = `${mark.text.replaceAll('→', theme.glyphs.becomes)} `;
	const rest = line.repeat(Math.max(0, width - cellWidth(head) - cellWidth(glyph) - cellWidth(text)));
	return [
		{ text: head, color: theme.dim },
		...(mark.level === 'routine' ? [] : [{ text: glyph, color: theme[mark.level] }]),
		{ text: `${text}${rest}`, color: theme.dim },
	];
}
