import { cellWidth, truncate } from '../components/cell-width.ts';
import { line, type TextLine, type Tone } from './text-line.ts';

/** The text in pieces of at most `width` cells, broken between words where that is possible. */
export function wrapText(text: string, width: number): readonly string[] {
	const room = Math.max(1, width);
	const lines: string[] = [];
	let current = '';
	for (const word of text.split(' ')) {
		const joined = current === '' ? word : `${current} ${word}`;
		if (cellWidth(joined) <= room) {
			current = joined;
			continue;
		}
		if (current !== '') lines.push(current);
		const pieces = breakWord(word, room);
		lines.push(...pieces.slice(0, -1));
		current = pieces.at(-1) ?? '';
	}
	return [...lines, current];
}

/** A wrapped paragraph in one tone. */
export function paragraph(text: string, width: number, tone?: Tone): readonly TextLine[] {
	return wrapText(text, width).map((piece) => line(piece, tone));
}

/** ARNs and digests have no spaces: they are cut after a `/` or `:` late in the row, else where the room ends. */
function breakWord(word: string, width: number): readonly string[] {
	const pieces: string[] = [];
	let rest = word;
	while (cellWidth(rest) > width) {
		// A character wider than the room still has to go somewhere.
		const fitting = truncate(rest, width, '') || ([...rest][0] ?? '');
		const joint = Math.max(fitting.lastIndexOf('/'), fitting.lastIndexOf(':')) + 1;
		const piece = joint * 2 > fitting.length ? fitting.slice(0, joint) : fitting;
		pieces.push(piece);
		rest = rest.slice(piece.length);
	}
	return [...pieces, rest];
}
