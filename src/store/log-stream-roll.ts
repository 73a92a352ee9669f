import { batches as batchesOf } from '../aws/batches.ts';
import { STREAMS_PER_CALL } from '../aws/logs.ts';
import type { LogSource } from '../model/log-line.ts';

/**
 * Ms after which a stream that was not there is asked for again: longer with every try, and without end for a task
 * that has stopped, whose stream will hardly come any more.
 */
export const MISSING_RETRY = 10_000;

/** Which streams of a group are known to be there, which are new, and which are not there yet. */
export type StreamRoll = {
	follow(sources: readonly Pick<LogSource, 'stream' | 'isOver'>[]): void;
	/** New streams to be tried together; the same ones until they are admitted or rejected. */
	nextBatch(): readonly string[] | undefined;
	admit(batch: readonly string[]): void;
	/** One of these is not there: the halves are tried next, and a single one later. */
	reject(batch: readonly string[], now: number): void;
	/** Takes up again the missing ones whose time has come. */
	recallMissing(now: number): void;
	/** One of the admitted ones is gone: all are tried anew. */
	readmit(): void;
	/** What to poll, in portions for one call. */
	admitted(): readonly (readonly string[])[];
	hasNew(): boolean;
	hasMissing(): boolean;
};

export function createStreamRoll(): StreamRoll {
	let batches: readonly (readonly string[])[] = [];
	let admitted: readonly string[] = [];
	let over: ReadonlySet<string> = new Set();
	const missing = new Map<string, number>();
	/** How often a stream was not there. */
	const tries = new Map<string, number>();
	const portions = (streams: readonly string[]) => batchesOf(streams, STREAMS_PER_CALL);
	const without = (batch: readonly string[]) => batches.filter((other) => other !== batch);

	function miss(stream: string, now: number): void {
		const count = tries.get(stream) ?? 0;
		tries.set(stream, count + 1);
		missing.set(stream, now + MISSING_RETRY * (over.has(stream) ? 4 ** count : Math.min(2 ** count, 4)));
	}

	return {
		follow(sources) {
			const wanted = new Set(sources.map(({ stream }) => stream));
			over = new Set(sources.filter(({ isOver }) => isOver).map(({ stream }) => stream));
			admitted = admitted.filter((stream) => wanted.has(stream));
			batches = batches.map((batch) => batch.filter((stream) => wanted.has(stream))).filter(({ length }) => length > 0);
			for (const stream of missing.keys()) if (!wanted.has(stream)) missing.delete(stream);
			for (const stream of tries.keys()) if (!wanted.has(stream)) tries.delete(stream);
			const known = new Set([...admitted, ...batches.flat(), ...missing.keys()]);
			batches = [...batches, ...portions([...wanted].filter((stream) => !known.has(stream)))];
		},
		nextBatch: () => batches[0],
		admit(batch) {
			if (!batches.includes(batch)) return;
			batches = without(batch);
			admitted = [...admitted, ...batch];
		},
		reject(batch, now) {
			if (!batches.includes(batch)) return;
			const [only, ...others] = batch;
			const half = Math.ceil(batch.length / 2);
			batches = without(batch);
			if (others.length > 0) batches = [batch.slice(0, half), batch.slice(half), ...batches];
			else if (only !== undefined) miss(only, now);
		},
		recallMissing(now) {
			const due = [...missing].filter(([, at]) => at <= now).map(([stream]) => stream);
			for (const stream of due) missing.delete(stream);
			// One by one: where most are still missing, halving would take twice the calls.
			batches = [...batches, ...due.map((stream) => [stream])];
		},
		readmit() {
			batches = [...batches, ...portions(admitted)];
			admitted = [];
		},
		admitted: () => portions(admitted),
		hasNew: () => batches.length > 0,
		hasMissing: () => missing.size > 0,
	};
}
