import { endOfEscape, opensEscape } from './escape-sequence.ts';

declare const safe: unique symbol;

/** Text that cannot move the cursor, ring, link, or reorder: it went through `safeText`. */
export type SafeText = string & { readonly [safe]: true };

export type SafeTextOptions = {
	/** UTF-16 units that are kept of a longer text. */
	readonly max?: number;
};

/** Longer than any line somebody reads; CloudWatch Logs takes events many times as long. */
const MAX_LENGTH = 16_384;

/** Narrower than a terminal's 8, so that indented stack traces stay readable in 80 columns. */
const TAB_STOP = 4;

const PLAIN = /^[\x20-\x7e]*$/;

/** Characters without a width: hidden text, reordered text, and emoji whose width terminals disagree about. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/**
 * One line of text from outside, made harmless: escape sequences, bidirectional overrides and invisible characters are
 * gone, line breaks are `⏎`, other control characters are their pictures (`␇`), tabs are spaces. A text longer than
 * `max` is cut and says how long it was. Linear; never throws. Safe text stays as it is.
 */
export function safeText(text: string, { max = MAX_LENGTH }: SafeTextOptions = {}): SafeText {
	if (text.length > max) return `${clean(start(text, max))}… (${text.length} characters)` as SafeText;
	return clean(text) as SafeText;
}

function clean(text: string): string {
	if (PLAIN.test(text)) return text;
	return neutralise(text.toWellFormed().replace(INVISIBLE, ''));
}

function neutralise(text: string): string {
	let out = '';
	let column = 0;
	let from = 0;
	let at = 0;
	const put = (piece: string) => {
		out += piece;
		column += piece.length;
	};
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (isPrintable(code)) {
			at++;
			continue;
		}
		put(text.slice(from, at));
		if (opensEscape(code)) {
			at = endOfEscape(text, at);
		} else {
			put(code === 0x09 ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : picture(code, text.charCodeAt(at + 1)));
			at++;
		}
		from = at;
	}
	put(text.slice(from));
	return out;
}

function isPrintable(code: number): boolean {
	return (code >= 0x20 && code < 0x7f) || (code > 0x9f && code !== 0x2028 && code !== 0x2029);
}

/** The visible form of a control character; the CR of a CR LF has none. */
function picture(code: number, next: number): string {
	if (code === 0x0a || code === 0x2028 || code === 0x2029) return '⏎';
	if (code === 0x0d && (next === 0x0a || Number.isNaN(next))) return '';
	return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
}

/** The first `length` units, without half a character at the end. */
function start(text: string, length: number): string {
	const last = text.charCodeAt(length - 1);
	return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
