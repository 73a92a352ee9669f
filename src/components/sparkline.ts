import { resample } from './resample.ts';
import type { Glyphs } from './theme.ts';

/**
 * The values as blocks, oldest left: ` ▂▃▅▇`; several share a cell where there are more of them than cells. A gap
 * (null) is drawn as a gap.
 * The scale goes from 0 to `top`.
 */
export function sparkline(
	values: readonly (number | null)[],
	width: number,
	{ top, glyphs }: { readonly top: number; readonly glyphs: Glyphs },
): string {
	const cells = values.length > width ? resample(values, width) : values;
	const drawn = cells.map((value) => (value === null ? glyphs.gap : level(value / top, glyphs.sparks)));
	return glyphs.gap.repeat(Math.max(0, width - cells.length)) + drawn.join('');
}

function level(share: number, sparks: readonly string[]): string {
	const index = Math.round(Math.max(0, Math.min(1, share)) * (sparks.length - 1));
	return sparks[index] ?? '';
}
