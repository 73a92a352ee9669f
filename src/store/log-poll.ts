import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Aws, LogEvent } from '../aws/aws.ts';
import { createLogMarks } from './log-marks.ts';
import { createLogPass, type LogPass } from './log-pass.ts';
import { createLogSweeps } from './log-sweeps.ts';
import { DEEP_SWEEP, OVERLAP, SWEEP, TURN_PAGES } from './log-window.ts';
import type { Time } from './time.ts';

export type LogPollOptions = {
	readonly aws: Pick<Aws, 'logEvents'>;
	readonly time: Time;
	readonly region: string;
	readonly group: string;
	readonly onEvents: (events: readonly LogEvent[]) => void;
	/** How far the newest line that was read is behind the present, ms; 0 when all there are have been read. */
	readonly onBehind: (ms: number) => void;
};

/** Reads what came since the last time, and again what came shortly before: late lines must not be missed. */
export type LogPoll = {
	/** Before the first run: from when on lines are wanted, and when those there were have been asked for, epoch ms. */
	begin(from: number, askedAt: number): void;
	/** Events that were read elsewhere. */
	seen(events: readonly LogEvent[]): void;
	/** Reads new events of the streams, in portions for one call. Throws AwsCallError; goes on there. */
	run(portions: readonly (readonly string[])[], signal: AbortSignal): Promise<LogPollRun>;
};

export type LogPollRun = {
	readonly pages: number;
	/** Whether all that is new has been read. */
	readonly isDone: boolean;
};

/** `complete`: up to when all has been read, as soon as that is known, epoch ms. */
type Live = { readonly pass: LogPass; readonly startTime: number; complete?: number };

export function createLogPoll({ aws, time, region, group, onEvents, onBehind }: LogPollOptions): LogPoll {
	const marks = createLogMarks();
	const sweeps = createLogSweeps({ aws, time, region, group, marks, onEvents });
	let from: number | undefined;
	/** All that was written up to then has been read, but for late lines. */
	let readTo = 0;
	let newest = Number.NEGATIVE_INFINITY;
	let live: Live | undefined;

	function start(portions: readonly (readonly string[])[]): Live {
		const startTime = Math.max(from ?? 0, Math.min(readTo, lateFrom(time.now())));
		const pass = createLogPass(
			aws,
			portions.map((streams) => ({ region, group, streams, startTime })),
		);
		return { pass, startTime };
	}

	/** Where all streams are late the newest line tells how late. Of a silence nothing is read again. */
	function lateFrom(now: number): number {
		return newest > now - SWEEP.back ? newest - OVERLAP : Math.max(newest, now - DEEP_SWEEP.back);
	}

	/** A container may stamp its lines with a time to come: of the present that tells nothing. */
	function note(events: readonly LogEvent[], now: number): void {
		for (const { timestamp } of events) if (timestamp <= now) newest = Math.max(newest, timestamp);
	}

	/**
	 * What comes in behind the page that was read last is passed over. So only what is older than the overlap is
	 * complete: with the first page that reaches into it, and not before the reading has come that far.
	 */
	async function step(reading: Live, signal: AbortSignal): Promise<void> {
		const askedAt = time.now();
		const { events, isLast } = await reading.pass.step(signal);
		const last = events.reduce((latest, { timestamp }) => Math.max(latest, timestamp), Number.NEGATIVE_INFINITY);
		if (isLast || last > askedAt - OVERLAP) reading.complete ??= askedAt - OVERLAP;
		note(events, askedAt);
		marks.advance(events, { from: reading.startTime, to: askedAt });
		onEvents(events);
		onBehind(reading.pass.isDone ? 0 : Math.max(0, time.now() - Math.max(newest, readTo)));
	}

	async function run(portions: readonly (readonly string[])[], signal: AbortSignal): Promise<LogPollRun> {
		const reading = (live ??= start(portions));
		let pages = 0;
		for (; !reading.pass.isDone && pages < TURN_PAGES && !signal.aborted; pages++) await step(reading, signal);
		if (!reading.pass.isDone || signal.aborted) return { pages, isDone: false };
		readTo = reading.complete ?? readTo;
		live = undefined;
		const swept = await sweeps.step({ portions, from: from ?? 0, to: readTo }, signal);
		return { pages: pages + (swept ? 1 : 0), isDone: true };
	}

	return {
		begin(since, askedAt) {
			if (from !== undefined) return;
			from = since;
			readTo = askedAt - OVERLAP;
		},
		seen(events) {
			marks.advance(events, { from: Number.NEGATIVE_INFINITY, to: time.now() });
			note(events, time.now());
		},
		async run(portions, signal) {
			try {
				return await run(portions, signal);
			} catch (error) {
				// A token may have expired and a stream may have gone: what is under way cannot be gone on with.
				if (error instanceof AwsCallError && /invalid|not-found/u.test(error.failure.kind)) {
					live = undefined;
					sweeps.giveUp();
				}
				throw error;
			}
		},
	};
}
