import type { Aws, LogEvent } from '../aws/aws.ts';
import type { AwsFailure } from '../model/aws-failure.ts';
import type { LogSource } from '../model/log-line.ts';
import { backOff } from './back-off.ts';
import { failureOf } from './failure-of.ts';
import { isStreamMissing } from './is-stream-missing.ts';
import { createLogPoll } from './log-poll.ts';
import { createStreamRoll, MISSING_RETRY } from './log-stream-roll.ts';
import { pollPause } from './log-window.ts';
import { SETTLE } from './reading-context.ts';
import { readLogPages, readNewest } from './read-log-pages.ts';
import type { Time } from './time.ts';

export type LogGroupReaderOptions = {
	readonly aws: Pick<Aws, 'logEvents'>;
	readonly time: Time;
	readonly random: () => number;
	readonly region: string;
	readonly group: string;
	/** Newest lines to read of the past of streams that are new here; Infinity reads all, oldest first. */
	readonly historyLines: number;
	/** Epoch ms from which on the lines are wanted. */
	readonly heldFrom: () => number;
	readonly on: LogGroupListener;
};

export type LogGroupListener = {
	/** Events that may be doubles. `isPast` ones were there before the reader came. */
	events(events: readonly LogEvent[], isPast: boolean): void;
	/** Streams have joined: their past may reach further back than what has been loaded. */
	admitted(): void;
	/** Of the past, only what is newer than `from` (epoch ms) was read. */
	cut(from: number): void;
	/** All that was new has been read. */
	read(): void;
	/** How far the newest line is behind the present, ms; 0 when everything there is has been read. */
	behind(ms: number): void;
	failed(failure: AwsFailure): void;
};

/** Keeps reading the streams of one group; each event is given out at least once, if it came in within ten minutes. */
export type LogGroupReader = {
	follow(sources: readonly LogSource[]): void;
	/** The newest `limit` events or some more of a stretch of the past, epoch ms; undefined when they cannot be had now. */
	past(range: { readonly from: number; readonly to: number }, limit: number): Promise<PastEvents | undefined>;
	stop(): void;
};

/** `from`: older events than that were left out, in some stream; epoch ms. */
export type PastEvents = { readonly events: readonly LogEvent[]; readonly from: number };

/** Batches of new streams that are tried before the others are polled. */
const TRIES = 4;

export function createLogGroupReader(options: LogGroupReaderOptions): LogGroupReader {
	const { aws, time, random, region, group, historyLines, heldFrom, on } = options;
	const roll = createStreamRoll();
	const abort = new AbortController();
	const poll = createLogPoll({
		...options,
		onEvents: (events) => abort.signal.aborted || on.events(events, false),
		onBehind: (ms) => abort.signal.aborted || on.behind(ms),
	});
	let timer: ReturnType<Time['setTimeout']> | undefined;
	let busy = false;
	let failures = 0;

	async function past(streams: readonly string[], from: number, to: number | undefined, limit: number) {
		const query = { region, group, streams, startTime: from, ...(to === undefined ? {} : { endTime: to }) };
		const { events, isCut } = await readNewest(aws, query, limit, abort.signal);
		return { events, from: isCut ? (events[0]?.timestamp ?? from) : from };
	}

	/** New streams are read from their past on before they are polled with the others. */
	async function admit(streams: readonly string[]): Promise<void> {
		const from = heldFrom();
		const askedAt = time.now();
		if (historyLines === Number.POSITIVE_INFINITY) {
			const query = { region, group, streams, startTime: from };
			for await (const page of readLogPages(aws, query, abort.signal)) take(page.events);
			poll.begin(from, askedAt);
		} else {
			const { events, from: cut } = await past(streams, from, undefined, historyLines);
			take(events);
			poll.begin(cut, askedAt);
			if (cut > from && !abort.signal.aborted) on.cut(cut);
		}
		roll.admit(streams);
		if (!abort.signal.aborted) on.admitted();
	}

	async function admitNext(): Promise<void> {
		const streams = roll.nextBatch() ?? [];
		try {
			await admit(streams);
		} catch (error) {
			if (!isStreamMissing(error)) throw error;
			roll.reject(streams, time.now());
		}
	}

	function take(events: readonly LogEvent[]): void {
		if (abort.signal.aborted) return;
		poll.seen(events);
		on.events(events, true);
	}

	/** One go at everything; ms until the next. Throws AwsCallError where AWS says no. */
	async function turn(): Promise<number> {
		const startedAt = time.now();
		roll.recallMissing(time.now());
		let tries = 0;
		// Halving may take long: once there is something to show, the poll comes in between.
		for (; roll.hasNew() && !abort.signal.aborted; tries++) {
			if (tries >= TRIES && roll.admitted().length > 0) break;
			await admitNext();
		}
		const streams = roll.admitted();
		if (streams.length === 0) return roll.hasMissing() ? MISSING_RETRY : pollPause(1, 0);
		const { pages, isDone } = await poll.run(streams, abort.signal);
		if (isDone && !abort.signal.aborted) on.read();
		return pollPause(tries + pages, time.now() - startedAt);
	}

	async function work(): Promise<void> {
		timer = undefined;
		busy = true;
		let pause = 0;
		try {
			pause = await turn();
			failures = 0;
		} catch (error) {
			const failure = failureOf(error);
			if (isStreamMissing(error)) roll.readmit();
			failures++;
			pause = backOff(failure.kind, failures, random());
			if (!abort.signal.aborted && !isStreamMissing(error)) on.failed(failure);
		} finally {
			busy = false;
		}
		if (!abort.signal.aborted) timer = time.setTimeout(() => void work(), pause);
	}

	return {
		follow(sources) {
			roll.follow(sources);
			if (busy || (timer !== undefined && !roll.hasNew())) return;
			if (timer !== undefined) time.clearTimeout(timer);
			timer = time.setTimeout(() => void work(), SETTLE);
		},
		async past({ from, to }, limit) {
			// Not "nothing": what has not been looked at may reach far back. A group that cannot be read keeps nobody waiting.
			if (roll.admitted().length === 0 && roll.hasNew() && failures === 0) return undefined;
			try {
				const parts = await Promise.all(roll.admitted().map((streams) => past(streams, from, to, limit)));
				const events = parts.flatMap((part) => part.events);
				return { events, from: Math.max(from, ...parts.map((part) => part.from)) };
			} catch (error) {
				if (!abort.signal.aborted) on.failed(failureOf(error));
				return undefined;
			}
		},
		stop() {
			abort.abort();
			if (timer !== undefined) time.clearTimeout(timer);
		},
	};
}
