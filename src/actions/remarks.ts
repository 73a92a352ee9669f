import { unseen, type Look } from './look.ts';
import type { Remark } from './plan.ts';

/** A check that passed. */
export function good(text: string): Remark {
	return { level: 'good', text };
}

/** What follows, and is neither good nor bad. */
export function info(text: string): Remark {
	return { level: 'info', text };
}

/** What may go wrong, or will not be as one thinks. */
export function warning(text: string): Remark {
	return { level: 'warning', text };
}

/** A check that could not be made. */
export function unknown(text: string): Remark {
	return { level: 'unknown', text };
}

/** That something could not be looked at; nothing where it was seen, or nobody wanted to see it. */
export function unseenRemarks(what: string, look: Look<unknown> | undefined): readonly Remark[] {
	const text = unseen(what, look);
	return text === undefined ? [] : [unknown(text)];
}
