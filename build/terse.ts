/** A foreground colour and nothing besides: `31;1` makes it bold as well. */
const FOREGROUND = String.raw`\x1b\[(?:3[0-79]|9[0-7]|38;5;\d+|38;2;\d+;\d+;\d+)m`;
const OVERRULED = new RegExp(`(?:${FOREGROUND})+(?=${FOREGROUND})`, 'gu');
// oxlint-disable-next-line no-control-regex -- Escape sequences are what this looks for.
const STEPS_DOWN = /(?:\u001B\[E){2,}/gu;

/** The same to a terminal in fewer bytes: rows that stay are gone over in one step, of colours in a row the last is said. */
export function terse(frame: string): string {
	return frame
		.replaceAll(STEPS_DOWN, (steps) => `\u001B[${steps.length / '\u001B[E'.length}E`)
		.replaceAll(OVERRULED, '');
}
