import { cellWidth, truncate } from './cell-width.ts';
import type { Segment } from './segment.ts';

/** A line in rows of at most `width` cells, cut where the room ends; rows after the first are set in by `indent`. */
export function wrapSegments(
	segments: readonly Segment[],
	width: number,
	indent: number,
	maxRows: number,
): readonly (readonly Segment[])[] {
	const rows: Segment[][] = [[]];
	let room = width;
	for (const segment of segments) {
		let rest = segment.text;
		while (rest !== '') {
			const piece = takeCells(rest, room);
			if (piece === '') {
				if (rows.length === maxRows || room === width - indent) return rows;
				rows.push([{ text: ' '.repeat(indent) }]);
				room = width - indent;
				continue;
			}
			rows.at(-1)?.push({ ...segment, text: piece });
			rest = rest.slice(piece.length);
			room -= cellWidth(piece);
		}
	}
	return rows;
}

/** The beginning of a text that fits; a cell is at least one character, so no more than so many are looked at. */
function takeCells(text: string, cells: number): string {
	return truncate(text.slice(0, cells * 2), cells, '');
}
