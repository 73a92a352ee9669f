import { BLOCKS } from './blocks.ts';
import type { Block, Entry, Pattern, Words } from './entry.ts';
import type { Explanation, Fields, MessageKind } from './explanation.ts';
import { type Message, toMessage } from './message.ts';

/**
 * What a text of AWS's means. A text that nobody has seen, or that somebody else may have written, is `unknown`: never a
 * guess.
 * @param kind where it was found; it narrows what may be meant, and lets short texts count that mean nothing by themselves
 */
export function explainMessage(text: string, kind?: MessageKind): Explanation {
	const message = toMessage(text);
	const entry = entryFor(message, kind);
	if (entry) return told(entry, message.fields);
	// Tables cut words in two. Whether this one did is only known when it makes sense that way.
	const rejoined = text.includes('\n') ? toMessage(text, true) : message;
	const found = entryFor(rejoined, kind);
	return found ? told(found, rejoined.fields) : unknown(message);
}

function entryFor(message: Message, kind: MessageKind | undefined): Entry | undefined {
	if (message.core === '') return undefined;
	const blocks = kind === undefined ? BLOCKS : BLOCKS.filter(({ kinds }) => kinds.includes(kind));
	for (const block of blocks) {
		const found = block.entries.find((entry) => fits(entry, block, message, kind));
		if (found) return found;
	}
	return undefined;
}

function fits(entry: Entry, { kinds }: Block, message: Message, kind: MessageKind | undefined): boolean {
	// ECS's own sentence around a text says as much about its author as the place it was found in.
	const isQuoted = message.wrappers.some((wrapper) => wrapper === 'placement' || wrapper === 'start');
	const inContext = kind !== undefined || (isQuoted && kinds.includes('stopped-reason'));
	const patterns = [...(entry.match ?? []), ...(inContext ? (entry.inContext ?? []) : [])];
	return patterns.some((pattern) => holds(pattern, message.core)) && (entry.when?.(message) ?? true);
}

function holds(pattern: Pattern, core: string): boolean {
	return pattern instanceof RegExp ? pattern.test(core) : pattern.every((each) => each.test(core));
}

function told(entry: Entry, fields: Fields): Explanation {
	const { id, severity, short, title = capitalised(short), cause, next } = entry;
	const inWords = (words: Words) => (typeof words === 'string' ? words : words(fields));
	return {
		id,
		severity,
		title: inWords(title),
		short,
		cause: inWords(cause),
		next: (typeof next === 'function' ? next(fields) : next.map(inWords)).map((step) => ofService(step, fields)),
		fields,
	};
}

/** `deckwatch rollback <service>` with the name that stands in the text: to be pasted as it is. */
function ofService(step: string, { service = '' }: Fields): string {
	return /^[\w-]+$/u.test(service) ? step.replaceAll('<service>', service) : step;
}

function unknown({ text, fields }: Message): Explanation {
	return {
		id: 'unknown',
		severity: 'info',
		title: 'Not a message of Amazon ECS that deckwatch knows',
		short: 'not known',
		cause: 'deckwatch explains only what it recognises: a guess would cost more than it helps.',
		next: [
			'Give all of the text, as AWS wrote it: the end often holds what decides.',
			'Look at what happened just before: `deckwatch events <service>` and `deckwatch logs <service>`.',
		],
		fields: { ...fields, text },
	};
}

function capitalised(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
