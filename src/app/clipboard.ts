/** Terminals drop longer ones (xterm: 100,000 bytes of base64). */
const LONGEST = 74_000;

/**
 * The OSC 52 sequence that puts a text into the clipboard of the terminal, also over SSH; undefined when the
 * text is too long for it.
 */
export function clipboardSequence(text: string): string | undefined {
	const base64 = Buffer.from(text, 'utf8').toString('base64');
	return base64.length > LONGEST ? undefined : `\u001b]52;c;${base64}\u0007`;
}
