import { cellWidth, truncate } from './cell-width.ts';
import type { Color } from './theme.ts';

/** A piece of a line in one style. */
export type Segment = {
	readonly text: string;
	readonly color?: Color;
	readonly bold?: boolean;
	readonly inverse?: boolean;
};

/** The words without their looks. */
export function plainText(segments: readonly Segment[]): string {
	return segments.map((segment) => segment.text).join('');
}

export function segmentsWidth(segments: readonly Segment[]): number {
	return segments.reduce((sum, segment) => sum + cellWidth(segment.text), 0);
}

/** The segments in exactly so many cells: cut with an ellipsis, or filled with blanks. */
export function fitSegments(
	segments: readonly Segment[],
	width: number,
	align: 'left' | 'right' = 'left',
	ellipsis = '…',
): readonly Segment[] {
	const taken = segmentsWidth(segments);
	if (taken > width) return cutSegments(segments, width, ellipsis);
	if (taken === width) return segments;
	const blanks = { text: ' '.repeat(width - taken) };
	return align === 'right' ? [blanks, ...segments] : [...segments, blanks];
}

function cutSegments(segments: readonly Segment[], width: number, ellipsis: string): readonly Segment[] {
	const kept: Segment[] = [];
	let room = width;
	for (const [index, segment] of segments.entries()) {
		const taken = cellWidth(segment.text);
		const more = index < segments.length - 1;
		if (taken > room || (taken === room && more)) {
			const text = truncate(taken > room ? segment.text : `${segment.text} `, room, ellipsis);
			return [...kept, { ...segment, text: text + ' '.repeat(Math.max(0, room - cellWidth(text))) }];
		}
		kept.push(segment);
		room -= taken;
	}
	return kept;
}
