import { BUCKET_MS, eventIdAt } from './bucket-lines.ts';
import { type LogEvent, eventsBySecond, type Window } from './events.ts';
import type { LogStream } from './stream.ts';

/** What one answer may hold (CloudWatch Logs API reference, FilterLogEvents and GetLogEvents). */
export const MAX_EVENTS = 10_000;
const MAX_BYTES = 1024 * 1024;
/** Bytes that CloudWatch Logs counts for each event beside its message (PutLogEvents). */
const EVENT_OVERHEAD = 26;
/** A search gives back what it has after so many events or seconds looked at: pages may be empty. */
const MAX_LOOKED_AT = 50_000;

export type PageRequest = Window & {
	readonly limit: number;
	/** Epoch ms: what is not ingested by then is not there. */
	readonly now: number;
	/** Goes on behind the event of this id, in the direction of reading. */
	readonly after?: string | undefined;
	readonly test?: (message: string) => boolean;
};

export type LogPage = {
	/** In the direction of reading. */
	readonly events: readonly LogEvent[];
	/** The id to go on after, or undefined when the window is read to its end. */
	readonly next: string | undefined;
};

/** Reads one page of a window of streams. */
export function readLogPage(streams: readonly LogStream[], request: PageRequest): LogPage {
	const { limit, now, after, test = () => true, newestFirst = false } = request;
	const events: LogEvent[] = [];
	let bytes = 0;
	let lookedAt = 0;
	for (const { startsAt, events: spoken } of eventsBySecond(streams, resumed(request))) {
		lookedAt++;
		for (const event of spoken) {
			if (after !== undefined && (newestFirst ? event.eventId >= after : event.eventId <= after)) continue;
			lookedAt++;
			if (event.ingestionTime > now || !test(event.message)) continue;
			bytes += Buffer.byteLength(event.message) + EVENT_OVERHEAD;
			const previous = events.at(-1);
			if (events.length === limit || (bytes > MAX_BYTES && previous)) return { events, next: previous?.eventId };
			events.push(event);
		}
		if (lookedAt > MAX_LOOKED_AT) return { events, next: eventIdAt(newestFirst ? startsAt : startsAt + BUCKET_MS) };
	}
	return { events, next: undefined };
}

/** The part of the window that is left behind an event; its time is the first digits of its id. */
function resumed({ from, to, newestFirst = false, after }: PageRequest): Window {
	if (after === undefined) return { from, to, newestFirst };
	const at = Number(after.slice(1, 15));
	return newestFirst ? { from, to: Math.min(to, at), newestFirst } : { from: Math.max(from, at), to };
}
