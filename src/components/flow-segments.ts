import { segmentsWidth, type Segment } from './segment.ts';

/**
 * A sentence in rows of at most `width` cells, broken between words; rows after the first are set in by `indent`.
 * The last of `maxRows` takes all that is left, however wide.
 */
export function flowSegments(
	segments: readonly Segment[],
	width: number,
	indent: number,
	maxRows: number,
): readonly (readonly Segment[])[] {
	const rows: Segment[][] = [[]];
	let room = width;
	for (const word of words(segments)) {
		const taken = segmentsWidth(word);
		const blank = word.at(-1)?.text.endsWith(' ') ? 1 : 0;
		if (taken - blank > room && rows.length < maxRows && room < width) {
			rows.push([{ text: ' '.repeat(indent) }]);
			room = width - indent;
		}
		rows.at(-1)?.push(...word);
		room -= taken;
	}
	return rows.map(withoutLastBlanks);
}

/** They would count where a row is just as wide as there is room. */
function withoutLastBlanks(row: readonly Segment[]): readonly Segment[] {
	return row.map((segment, index) =>
		index === row.length - 1 ? { ...segment, text: segment.text.trimEnd() } : segment,
	);
}

/** Each with the blanks after it; a word may be of several styles. */
function words(segments: readonly Segment[]): readonly (readonly Segment[])[] {
	const found: Segment[][] = [];
	let isOver = true;
	for (const segment of segments) {
		for (const text of segment.text.split(/(?<= )(?! )/u)) {
			if (isOver) found.push([]);
			found.at(-1)?.push({ ...segment, text });
			isOver = text.endsWith(' ');
		}
	}
	return found;
}
