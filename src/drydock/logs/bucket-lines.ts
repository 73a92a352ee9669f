import { mix, unit } from '../world/noise.ts';
import { diceOf } from './dice.ts';
import { type LogStream, troubleAt } from './stream.ts';
import type { Moment } from './voice.ts';
import { VOICES } from './voices/voices.ts';

/** Time is cut into seconds; the lines of a stream in one of them depend on nothing but the stream's facts. */
export const BUCKET_MS = 1000;

/** One log event. */
export type Line = {
	/** As FilterLogEvents gives it: unique, and ascending in the order of events within a stream. */
	readonly eventId: string;
	/** Epoch ms. */
	readonly timestamp: number;
	/** When CloudWatch Logs has it, epoch ms: not to be seen before. */
	readonly ingestionTime: number;
	readonly message: string;
};

const CLOSING_STEP_MS = 25;
/** A line is at CloudWatch Logs at most this long after it was written. */
export const LATEST_INGESTION_MS = 3000;
const OPENING_SEED = -1;
const CLOSING_SEED = -2;

/** The lines of one stream in second `bucket` (epoch ms / BUCKET_MS), oldest first, whether ingested yet or not. */
export function linesInBucket(stream: LogStream, bucket: number): readonly Line[] {
	const from = bucket * BUCKET_MS;
	const to = from + BUCKET_MS;
	const endsAt = stream.end?.at ?? Number.POSITIVE_INFINITY;
	const openedAt = stream.startedAt + stream.openingMs;
	const utterances: Utterance[] = [];
	if (from < openedAt && stream.startedAt < to) utterances.push(...opening(stream).filter(({ at }) => at < endsAt));
	if (openedAt < to && from < endsAt) utterances.push(...working(stream, bucket, Math.max(from, openedAt), endsAt));
	if (endsAt < to && from <= endsAt + BUCKET_MS) utterances.push(...closing(stream));
	return utterances.filter(({ at }) => from <= at && at < to).map((spoken, index) => toLine(stream, spoken, index));
}

type Utterance = { readonly at: number; readonly message: string; readonly notBefore?: number };

function opening(stream: LogStream): readonly Utterance[] {
	const steps = VOICES[stream.voice].opening(momentOf(stream, stream.startedAt, OPENING_SEED));
	const lastAt = Math.max(0, stream.openingMs - 1);
	return steps.flatMap((step, index) => {
		const at = stream.startedAt + Math.floor((index * lastAt) / Math.max(1, steps.length - 1));
		return [step].flat().map((message) => ({ at, message }));
	});
}

function working(stream: LogStream, bucket: number, from: number, to: number): readonly Utterance[] {
	const seed = mix(stream.seed, bucket);
	const count = utterancesIn(stream, bucket);
	const utterances: Utterance[] = [];
	for (let index = 0; index < count; index++) {
		const at = bucket * BUCKET_MS + Math.floor(((index + unit(seed, index)) / count) * BUCKET_MS);
		if (at < from || at >= to) continue;
		const messages = VOICES[stream.voice].speak(momentOf(stream, at, mix(seed, index)));
		for (const message of messages) utterances.push({ at, message });
	}
	return utterances;
}

function closing(stream: LogStream): readonly Utterance[] {
	if (stream.end === undefined || stream.end.ending === 'silent') return [];
	const { at, ending } = stream.end;
	const messages = VOICES[stream.voice].closing(momentOf(stream, at, CLOSING_SEED), ending);
	return messages.map((message, index) => ({ at: at + index * CLOSING_STEP_MS, message, notBefore: at }));
}

/** Whether a stream can have lines between two times (epoch ms, both included); cheap. */
export function speaksBetween(stream: LogStream, from: number, to: number): boolean {
	return stream.startedAt <= to && (stream.end === undefined || stream.end.at + BUCKET_MS >= from);
}

function momentOf(stream: LogStream, at: number, seed: number): Moment {
	return { stream, at, dice: diceOf(mix(stream.seed, seed)), trouble: troubleAt(stream, at) };
}

/** The rate, with a burst of three times as much in one ten seconds of twenty. */
function utterancesIn(stream: LogStream, bucket: number): number {
	const burst = unit(stream.seed ^ 0x5bd1e995, Math.floor(bucket / 10)) < 0.05 ? 3 : 1;
	const expected = stream.rate * burst;
	return Math.floor(expected) + (unit(stream.seed ^ 0x27220a95, bucket) < expected % 1 ? 1 : 0);
}

/** awslogs sends what it has every few hundred ms; one line in ten waits for a later batch, up to three seconds. */
function toLine(stream: LogStream, { at, message, notBefore = at }: Utterance, index: number): Line {
	const seed = mix(stream.seed, at);
	const delay = unit(seed, 1) < 0.1 ? 600 + 2400 * unit(seed, 2) : 100 + 500 * unit(seed, 2);
	return {
		eventId: eventIdAt(at, index, stream.seed),
		timestamp: at,
		ingestionTime: Math.max(at, notBefore) + Math.floor(delay),
		message,
	};
}

/** 56 digits like AWS's own; the order of event ids is the order of events: by time, then within the stream. */
export function eventIdAt(timestamp: number, index = 0, streamSeed = 0): string {
	return `3${padded(timestamp, 14)}${padded(index, 7)}${padded(streamSeed, 34)}`;
}

function padded(value: number, digits: number): string {
	return String(value).padStart(digits, '0');
}
