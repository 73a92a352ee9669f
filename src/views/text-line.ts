import { cellWidth, truncate } from '../components/cell-width.ts';

/** What a piece of text means; the theme turns it into a colour, words and glyphs carry the meaning without one. */
export type Tone = 'strong' | 'dim' | 'accent' | 'failing' | 'degraded' | 'changing' | 'well';

export type Span = { readonly text: string; readonly tone?: Tone };

/** One row of a full screen, before it has colours: data, so that it can be tested, filtered and wrapped. */
export type TextLine = readonly Span[];

export const EMPTY_LINE: TextLine = [];

export function span(text: string, tone?: Tone): Span {
	return tone === undefined ? { text } : { text, tone };
}

/** A line of one tone. */
export function line(text: string, tone?: Tone): TextLine {
	return [span(text, tone)];
}

export function lineText(spans: TextLine): string {
	return spans.map(({ text }) => text).join('');
}

/** In cells. */
export function lineWidth(spans: TextLine): number {
	return spans.reduce((width, { text }) => width + cellWidth(text), 0);
}

/** The line with spaces up to `width` cells; longer ones stay as they are. */
export function padLine(spans: TextLine, width: number): TextLine {
	const missing = width - lineWidth(spans);
	return missing > 0 ? [...spans, span(' '.repeat(missing))] : spans;
}

/** The line without what does not fit into `width` cells. */
export function cutLine(spans: TextLine, width: number): TextLine {
	if (lineWidth(spans) <= width) return spans;
	let left = width;
	return spans.flatMap(({ text, tone }) => {
		const kept = truncate(text, left, '');
		left -= cellWidth(kept);
		return kept === '' ? [] : [span(kept, tone)];
	});
}
