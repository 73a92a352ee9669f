import type { Segment } from './segment.ts';
import type { Band, Color } from './theme.ts';

/**
 * Segments as one string with SGR codes (ECMA-48 §8.3.117), so that a row is a single `<Text>`: a nested
 * `<Text>` per cell costs React and Ink several times as much.
 */
export function paint(segments: readonly Segment[], band?: Band): string {
	const painted = segments.map((segment) => paintSegment(segment, band?.color)).join('');
	return band === undefined ? painted : `\u001b[${colorCode(band.background, 48)}m${painted}\u001b[49m`;
}

function paintSegment({ text, color: own, bold, inverse }: Segment, otherwise: Color): string {
	const color = own ?? otherwise;
	if (text === '') return '';
	let open = '';
	let close = '';
	if (bold) [open, close] = [`\u001b[1m`, `\u001b[22m`];
	if (inverse) [open, close] = [`${open}\u001b[7m`, `\u001b[27m${close}`];
	if (color !== undefined) [open, close] = [`${open}\u001b[${colorCode(color, 38)}m`, `\u001b[39m${close}`];
	return open + text + close;
}

/** The SGR parameters of a colour; `layer` is 38 for the foreground and 48 for the background. */
function colorCode(color: string, layer: 38 | 48): string {
	return `${layer};5;${color.slice('ansi256('.length, -1)}`;
}
