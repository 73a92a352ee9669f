import { SEVERITIES } from '../finding.ts';
import { BLOCKS } from './blocks.ts';
import type { Block, Entry, Pattern, Words } from './entry.ts';
import type { Explanation, Fields, MessageKind } from './explanation.ts';
import { type Message, toMessage } from './message.ts';
import { eachEvent, laterStarts } from './starts.ts';

/**
 * What a text of AWS's means; of several events, the worst. A text that nobody has seen, or that somebody else may have written, is
 * `unknown`: never a guess.
 * @param kind where it was found: its meanings come first, and it lets short texts count that mean nothing by themselves
 */
export function explainMessage(raw: string, kind?: MessageKind): Explanation {
	const text = raw.slice(0, LONGEST);
	const events = eachEvent(text).filter((event) => event.trim() !== '');
	if (events.length > 1) {
		const known = events.map((event) => explainOne(event, kind)).filter(({ id }) => id !== 'unknown');
		const [worst] = known.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
		if (worst) return worst;
	}
	return explainOne(text, kind);
}

/** More than a page of events; what stands behind it is not looked at. */
const LONGEST = 32_768;

function explainOne(text: string, kind: MessageKind | undefined): Explanation {
	const message = toMessage(text);
	const entry = entryFor(message, kind);
	if (entry) return told(entry, message.fields);
	for (const reading of otherReadings(text, message, kind)) {
		const found = entryFor(reading, kind);
		if (found) return told(found, reading.fields);
	}
	return unknown(message);
}

/** Tables cut words in two, and tools write in front. Whether this one did is only known when it makes sense that way. */
function* otherReadings(text: string, message: Message, kind: MessageKind | undefined): Generator<Message> {
	const readings = [message];
	if (text.includes('\n')) {
		const rejoined = toMessage(text, true);
		yield rejoined;
		readings.push(rejoined);
	}
	if (kind !== undefined && BY_PROGRAMS.has(kind)) return;
	for (const part of [text, ...readings.map((reading) => reading.text)].flatMap(laterStarts)) yield toMessage(part);
}

/** What programs in containers write, not AWS: only what is known of such output counts there. */
const BY_PROGRAMS: ReadonlySet<MessageKind> = new Set<MessageKind>(['container-log', 'healthcheck-output']);

function entryFor(message: Message, kind: MessageKind | undefined): Entry | undefined {
	if (message.core === '') return undefined;
	const found = entryOfKind(message, kind);
	// One place passes a text to the other. What can mean nothing else is told wherever AWS has put it.
	return found ?? (kind === undefined || BY_PROGRAMS.has(kind) ? undefined : entryOfKind(message, undefined));
}

function entryOfKind(message: Message, kind: MessageKind | undefined): Entry | undefined {
	const blocks = kind === undefined ? BLOCKS : BLOCKS.filter(({ kinds }) => kinds.includes(kind));
	for (const block of blocks) {
		const found = block.entries.find((entry) => fits(entry, block, message, kind));
		if (found) return found;
	}
	return undefined;
}

function fits(entry: Entry, { kinds }: Block, message: Message, kind: MessageKind | undefined): boolean {
	// ECS's own sentence around a text says as much about its author as the place it was found in.
	const said = (kinds.includes('service-event') ? ['service'] : []).concat(
		kinds.includes('stopped-reason') ? ['placement', 'start'] : [],
	);
	const inContext = kind !== undefined || message.wrappers.some((wrapper) => said.includes(wrapper));
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
