import type { Glyphs } from './theme.ts';

/** No emoji: terminals disagree about their width. */
export const UNICODE_GLYPHS: Glyphs = {
	failing: '✖',
	degraded: '▲',
	changing: '⟳',
	well: '✔',
	selected: '▌',
	fresh: '●',
	gap: ' ',
	ellipsis: '…',
	separator: '·',
	becomes: '→',
	descending: '↓',
	ascending: '↑',
	skeleton: '░',
	box: { topLeft: '╭', topRight: '╮', bottomLeft: '╰', bottomRight: '╯', horizontal: '─', vertical: '│' },
	sparks: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
};

export const ASCII_GLYPHS: Glyphs = {
	failing: 'x',
	degraded: '^',
	changing: '~',
	well: '+',
	selected: '>',
	fresh: '*',
	gap: ' ',
	ellipsis: '~',
	separator: '-',
	becomes: '->',
	descending: 'v',
	ascending: '^',
	skeleton: '.',
	box: { topLeft: '+', topRight: '+', bottomLeft: '+', bottomRight: '+', horizontal: '-', vertical: '|' },
	sparks: ['_', '.', ':', '-', '=', '+', '*', '#'],
};
