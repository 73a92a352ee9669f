import type { ErrorFacts } from './error-facts.ts';

/** Codes that the SDK makes up for an answer in which it finds none. */
const NO_CODE: ReadonlySet<string> = new Set(['Unknown', 'UnknownError']);

/**
 * What an answer is that has no word of AWS in it: `a web page`, `a redirection` … Something sits in between, or the
 * server is another. Undefined for AWS's own answers and for JSON that is only garbled.
 */
export function foreignAnswer({ code, message, status }: ErrorFacts): string | undefined {
	if (code === 'SyntaxError') {
		if (/Unexpected token '?</u.test(message)) return 'a web page';
		return /XML parse error: (?:mismatched tags|unexpected content)/u.test(message)
			? "something that is not AWS's XML"
			: undefined;
	}
	if (!NO_CODE.has(code) || status === undefined) return undefined;
	return status >= 300 && status < 400 ? 'a redirection' : 'without a word of AWS';
}

/** Statuses with which servers that imitate AWS answer an operation that they lack. */
export function isLacking(status: number | undefined): boolean {
	return status === 404 || status === 405 || status === 500 || status === 501;
}
