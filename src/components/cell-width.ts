import stringWidth from 'string-width';

const ASCII = /^[\u0020-\u007e]*$/u;

/** Cells the text takes on screen: CJK takes two, combining marks none. Measured as Ink measures it. */
export function cellWidth(text: string): number {
	return ASCII.test(text) ? text.length : stringWidth(text);
}

/** The text cut to the width, the cut shown by the ellipsis. */
export function truncate(text: string, width: number, ellipsis = '…'): string {
	if (width <= 0) return '';
	if (cellWidth(text) <= width) return text;
	if (width <= cellWidth(ellipsis)) return ellipsis.slice(0, width);
	const room = width - cellWidth(ellipsis);
	if (ASCII.test(text)) return text.slice(0, room) + ellipsis;
	let kept = '';
	let used = 0;
	for (const { segment } of new Intl.Segmenter().segment(text)) {
		used += cellWidth(segment);
		if (used > room) break;
		kept += segment;
	}
	return kept + ellipsis;
}

/** The text in exactly so many cells: cut or filled with blanks. */
export function fit(text: string, width: number, align: 'left' | 'right' = 'left', ellipsis = '…'): string {
	const cut = truncate(text, width, ellipsis);
	const blanks = ' '.repeat(Math.max(0, width - cellWidth(cut)));
	return align === 'right' ? blanks + cut : cut + blanks;
}
