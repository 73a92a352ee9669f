import type { ReactElement } from 'react';
import type { Ink } from './bundled-ink.ts';

/** A text in a box: what a frame has one of in each row. */
export type Cell = {
	readonly texts: readonly Styled[];
	readonly width: number;
	/** Columns that it hangs out of its box to the left. */
	readonly shift: number;
	readonly wrap: 'wrap' | 'truncate-end' | 'truncate-middle';
	readonly border: boolean;
};

export type Styled = {
	readonly text: string;
	readonly color?: string | undefined;
	readonly backgroundColor?: string | undefined;
	readonly bold?: boolean;
	readonly dimColor?: boolean;
	readonly inverse?: boolean;
	readonly underline?: boolean;
};

/** Everything that makes a cell of a terminal differ from a letter: width, joining, styles within a text, line ends. */
export const TEXTS = [
	'plain',
	' ',
	'a\nb',
	'日本語のログ',
	'한국어',
	'\u1112\u1161\u11AB',
	'e\u0301a\u0308n\u0303',
	'กำลัง',
	'नमस्ते',
	'👍',
	'👍🏽',
	'👩‍👩‍👧‍👦',
	'🇯🇵🇫🇷',
	'⚠️',
	'✔✖⟳▲●▌…·→↓↑',
	'✔\uFE0F',
	'1️⃣',
	'╭──╮│░▁▂█',
	'│\u0301─\u200D✖',
	'x\u200By\u00ADz',
	'\u3164',
	'ｶﾞ',
	'\u001B[31;1mred and bold\u001B[0m',
	'\u001B[31;1m\u001B[34mblue and bold\u001B[0m',
	'\u001B[38;5;80m\u001B[92mgreen\u001B[39m',
] as const;

export const COLORS = [undefined, 'red', 'gray', 'cyanBright', 'ansi256(80)', '#ff8800'] as const;

/** Cells from the top left on, as many in a row as there is room for, in a frame with a title and a text over it all. */
export function picture(
	{ Box, Text, Transform, createElement: h }: Ink,
	title: string,
	cells: readonly Cell[],
): ReactElement {
	const boxes = cells.map(({ texts, width, shift, wrap, border }, key) =>
		h(
			Box,
			{
				key,
				width,
				height: border ? 4 : 2,
				flexShrink: 0,
				overflow: 'hidden',
				...(border && { borderStyle: 'round' }),
			},
			h(
				Box,
				{ marginLeft: -shift, flexShrink: 0, width: width + shift },
				h(
					Text,
					{ wrap },
					texts.map(({ text, color, backgroundColor, ...style }, index) =>
						h(
							Text,
							{ key: index, ...style, ...(color && { color }), ...(backgroundColor && { backgroundColor }) },
							text,
						),
					),
				),
			),
		),
	);
	const numbered = (line: string, index: number) => `${index}${line}`;
	return h(
		Box,
		{ flexDirection: 'column', width: '100%', height: '100%', borderStyle: 'single', borderColor: 'gray' },
		h(Transform, { transform: numbered }, h(Text, { bold: true, color: 'cyan' }, title)),
		h(Box, { flexWrap: 'wrap', flexGrow: 1, overflow: 'hidden' }, boxes),
		h(Box, { position: 'absolute', marginLeft: 3, marginTop: 3 }, h(Text, { inverse: true }, `over ${title}`)),
	);
}
