const ESC = 0x1b;
const BEL = 0x07;
const CAN = 0x18;
const SUB = 0x1a;
const ST = 0x9c;

/** Whether a UTF-16 unit opens an escape sequence: ESC, or a C1 control, which is ESC and one more in one. */
export function opensEscape(code: number): boolean {
	return code === ESC || (code >= 0x80 && code <= 0x9f);
}

/**
 * The index after the escape sequence that starts at `start`, where `opensEscape` is true. Follows ECMA-48 (5th edition,
 * 5.3 to 5.6): C1 and its 7-bit form are the same, control strings end at ST, BEL (OSC, as xterm has it), CAN, SUB, or
 * where the next escape starts. What is broken off ends where it broke. Never throws, never looks back: linear.
 */
export function endOfEscape(text: string, start: number): number {
	const first = text.charCodeAt(start);
	const isC1 = first !== ESC;
	const kind = isC1 ? first - 0x40 : text.charCodeAt(start + 1);
	const next = start + (isC1 ? 1 : 2);
	if (kind === 0x5b) return endOfControlSequence(text, next);
	if (kind === 0x5d || kind === 0x50 || kind === 0x58 || kind === 0x5e || kind === 0x5f) {
		return endOfString(text, next, kind === 0x5d);
	}
	if (within(kind, 0x20, 0x2f)) {
		const final = skip(text, next, 0x20, 0x2f);
		return within(text.charCodeAt(final), 0x30, 0x7e) ? final + 1 : final;
	}
	return within(kind, 0x30, 0x7e) ? next : start + 1;
}

/** CSI: parameter bytes, intermediate bytes, one final byte. */
function endOfControlSequence(text: string, start: number): number {
	const final = skip(text, start, 0x20, 0x3f);
	return within(text.charCodeAt(final), 0x40, 0x7e) ? final + 1 : final;
}

/** OSC, DCS, SOS, PM and APC carry a string. */
function endOfString(text: string, start: number, isOsc: boolean): number {
	for (let at = start; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === ST || code === CAN || code === SUB || (isOsc && code === BEL)) return at + 1;
		if (code === ESC) return text[at + 1] === '\\' ? at + 2 : at;
	}
	return text.length;
}

function skip(text: string, start: number, low: number, high: number): number {
	let at = start;
	while (within(text.charCodeAt(at), low, high)) at++;
	return at;
}

/** False for NaN, which is what stands behind the end of a text. */
function within(code: number, low: number, high: number): boolean {
	return code >= low && code <= high;
}
