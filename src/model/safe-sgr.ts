/** Reset, bold, dim, italic, underline, and the ends of these. Never blink (5), reverse (7) or conceal (8). */
const STYLES: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 22, 23, 24, 39, 49]);

/** Longer lists of parameters than this are nobody's colour. */
const MAX_LENGTH = 64;

/**
 * The harmless ones of a `CSI … m` sequence's parameters: colours, bold, dim, italic, underline. '' when none is left.
 * Private forms (`?`, `>`) and sub-parameters (`:`) are refused as a whole.
 */
export function safeSgr(parameters: string): string {
	if (parameters.length > MAX_LENGTH || !/^[\d;]*$/.test(parameters)) return '';
	const values = parameters.split(';').map(Number);
	const kept: number[] = [];
	for (let at = 0; at < values.length; at++) {
		const value = values[at] ?? 0;
		if (value === 38 || value === 48) {
			const color = extendedColor(values.slice(at));
			if (!color) break;
			kept.push(...color);
			at += color.length - 1;
		} else if (STYLES.has(value) || isBasicColor(value)) kept.push(value);
	}
	return kept.join(';');
}

function isBasicColor(value: number): boolean {
	const hundreds = value >= 90 ? value - 60 : value;
	return (hundreds >= 30 && hundreds <= 37) || (hundreds >= 40 && hundreds <= 47);
}

/** `38;5;n` or `38;2;r;g;b`, whole and in range; undefined otherwise. */
function extendedColor(values: readonly number[]): readonly number[] | undefined {
	const length = values[1] === 5 ? 3 : values[1] === 2 ? 5 : 0;
	if (length === 0 || values.length < length) return undefined;
	const color = values.slice(0, length);
	return color.every((value) => value <= 255) ? color : undefined;
}
