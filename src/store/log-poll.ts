import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Aws, LogEvent } from '../aws/aws.ts';
import { readAgain, SWEEP_EVERY } from './log-window.ts';
import type { Time } from './time.ts';

export type LogPollOptions = {
	readonly aws: Pick<Aws, 'logEvents'>;
	readonly time: Time;
	readonly region: string;
	readonly group: string;
	readonly linesPerSecond: () => number;
	readonly onEvents: (events: readonly LogEvent[]) => void;
};

/** Reads what came since the last time, and again what came shortly before: late lines must not be missed. */
export type LogPoll = {
	/** Before the first run: from when on lines are wanted, epoch ms. */
	begin(from: number): void;
	/** Before the first run: events that were read elsewhere. */
	seen(events: readonly LogEvent[]): void;
	/** Reads all new events of the streams, 100 to a portion; the pages it took. Throws AwsCallError; goes on there. */
	run(portions: readonly (readonly string[])[], signal: AbortSignal): Promise<number>;
};

/** Where a reading is; it survives a failed call, so that under throttling every answer is a step forward. */
type Reading = {
	readonly startTime: number;
	readonly startedAt: number;
	readonly portions: readonly (readonly string[])[];
	readonly nextToken: string | undefined;
};

export function createLogPoll({ aws, time, region, group, linesPerSecond, onEvents }: LogPollOptions): LogPoll {
	let from: number | undefined;
	let newest = Number.NEGATIVE_INFINITY;
	let sweptAt = Number.NEGATIVE_INFINITY;
	/** When the last complete reading began and how long it took: what came in meanwhile may have been passed over. */
	let startedAt = 0;
	let took: number | undefined;
	let reading: Reading | undefined;

	function start(portions: Reading['portions']): Reading {
		const now = time.now();
		const kind = now - sweptAt >= SWEEP_EVERY ? 'sweep' : 'overlap';
		if (kind === 'sweep') sweptAt = now;
		// A container may stamp its lines with a time to come; the others must not be skipped for that.
		const base = Math.min(newest, now) - (took ?? now - startedAt) - readAgain(kind, linesPerSecond());
		return { startTime: Math.max(base, from ?? now), startedAt: now, portions, nextToken: undefined };
	}

	async function step({ portions, startTime, startedAt: began, nextToken }: Reading, signal: AbortSignal) {
		const [streams = [], ...rest] = portions;
		const query = { region, group, streams, startTime, ...(nextToken === undefined ? {} : { nextToken }) };
		const page = await aws.logEvents(query, signal);
		note(page.events);
		onEvents(page.events);
		const isMore = page.nextToken !== undefined && page.nextToken !== nextToken;
		return {
			startTime,
			startedAt: began,
			portions: isMore ? portions : rest,
			nextToken: isMore ? page.nextToken : undefined,
		};
	}

	function note(events: readonly LogEvent[]): void {
		for (const { timestamp } of events) newest = Math.max(newest, timestamp);
	}

	return {
		begin(since) {
			if (from !== undefined) return;
			from = since;
			startedAt = time.now();
			sweptAt = startedAt;
		},
		seen(events) {
			if (took === undefined) note(events);
		},
		async run(portions, signal) {
			reading ??= start(portions);
			let pages = 0;
			while (reading.portions.length > 0 && !signal.aborted) {
				try {
					reading = await step(reading, signal);
				} catch (error) {
					// A token may have expired and a stream may have gone: that reading cannot be gone on with.
					if (error instanceof AwsCallError && /invalid|not-found/u.test(error.failure.kind)) reading = undefined;
					throw error;
				}
				pages++;
			}
			took = time.now() - reading.startedAt;
			reading = undefined;
			return pages;
		},
	};
}
