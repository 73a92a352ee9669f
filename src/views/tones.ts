import type { Segment } from '../components/segment.ts';
import type { Color, Glyphs, Theme } from '../components/theme.ts';
import type { Span } from './text-line.ts';

/** How a span looks in a theme. */
export function toSegment(span: Span, theme: Theme): Segment {
	const { tone } = span;
	const text = inGlyphs(span.text, theme.glyphs);
	switch (tone) {
		case undefined:
			return { text };
		case 'strong':
			return { text, bold: true };
		case 'accent':
			return { text, bold: true, ...colored(theme.accent) };
		default:
			return { text, ...colored(theme[tone]) };
	}
}

function colored(color: Color): { readonly color?: string } {
	return color === undefined ? {} : { color };
}

/** The signs that texts of ours use, for terminals that have only ASCII. */
function inGlyphs(text: string, { separator, ellipsis, box }: Glyphs): string {
	if (separator === '·') return text;
	return text
		.replaceAll('·', separator)
		.replaceAll('─', box.horizontal)
		.replaceAll('→', '>')
		.replaceAll('…', ellipsis)
		.replaceAll('×', 'x')
		.replaceAll('–', '-')
		.replaceAll('•', '*');
}
