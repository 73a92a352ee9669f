import { BUCKET_MS, type Line, linesInBucket, speaksBetween } from './bucket-lines.ts';
import type { LogStream } from './stream.ts';

/** A line and the stream it is in. */
export type LogEvent = Line & { readonly stream: LogStream };

/** What to read: times are epoch ms, both included. */
export type Window = { readonly from: number; readonly to: number; readonly newestFirst?: boolean };

/** The events of one second that begins at `startsAt` (epoch ms), in the direction of reading. */
export type Second = { readonly startsAt: number; readonly events: readonly LogEvent[] };

/**
 * The events of several streams, interleaved in the order of their ids, one second of time after the other; seconds
 * in which none of the streams lives are skipped. Events that are not ingested yet are among them.
 */
export function* eventsBySecond(streams: readonly LogStream[], window: Window): Generator<Second> {
	const { newestFirst = false } = window;
	const living = streams.filter((stream) => speaksBetween(stream, window.from, window.to));
	const from = Math.max(window.from, Math.min(...living.map(({ startedAt }) => startedAt)));
	const to = Math.min(
		window.to,
		Math.max(...living.map(({ end }) => (end?.at ?? Number.POSITIVE_INFINITY) + BUCKET_MS)),
	);
	const first = Math.floor(from / BUCKET_MS);
	const last = Math.floor(to / BUCKET_MS);
	for (let step = 0; step <= last - first; step++) {
		const bucket = newestFirst ? last - step : first + step;
		const events = eventsOf(living, bucket).filter(
			({ timestamp }) => window.from <= timestamp && timestamp <= window.to,
		);
		if (newestFirst) events.reverse();
		yield { startsAt: bucket * BUCKET_MS, events };
	}
}

function eventsOf(streams: readonly LogStream[], bucket: number): LogEvent[] {
	const events: LogEvent[] = [];
	const from = bucket * BUCKET_MS;
	for (const stream of streams) {
		if (!speaksBetween(stream, from, from + BUCKET_MS)) continue;
		for (const line of linesInBucket(stream, bucket)) events.push({ ...line, stream });
	}
	return streams.length === 1 ? events : events.sort(inOrder);
}

function inOrder(one: Line, other: Line): number {
	if (one.timestamp !== other.timestamp) return one.timestamp - other.timestamp;
	return one.eventId < other.eventId ? -1 : 1;
}
