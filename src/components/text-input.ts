import { cellWidth, truncate } from './cell-width.ts';
import type { EditedLine } from './edit-line.ts';
import type { Segment } from './segment.ts';

/** A line being typed, its cursor shown as an inverse cell so that it is seen without colours too. */
export function textInput({ text, cursor }: EditedLine): readonly Segment[] {
	const all = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
	return [
		{ text: all.slice(0, cursor).join('') },
		{ text: all[cursor] ?? ' ', inverse: true },
		{ text: all.slice(cursor + 1).join('') },
	].filter((segment) => segment.text !== '');
}

/** The part of a line round its cursor that fits into so many cells, the cursor's own included; what is cut is marked. */
export function windowOf(line: EditedLine, room: number, ellipsis: string): EditedLine {
	if (cellWidth(line.text) < room) return line;
	const all = Array.from(new Intl.Segmenter().segment(line.text), ({ segment }) => segment);
	let first = 0;
	// Two cells more for a cursor on a wide character, and one for the mark.
	const isHidden = () => cellWidth(all.slice(first, line.cursor).join('')) > Math.max(0, room - 3);
	while (first < line.cursor && isHidden()) first += 1;
	const mark = first > 0 ? ellipsis : '';
	const text = truncate(`${mark}${all.slice(first).join('')}`, Math.max(1, room), ellipsis);
	return { text, cursor: line.cursor - first + (first > 0 ? 1 : 0) };
}
