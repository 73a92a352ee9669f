/** Streams one FilterLogEvents call may name (CloudWatch Logs API reference). */
const STREAMS_PER_CALL = 100;

/** Ms after which a stream that was not there is asked for again. */
export const MISSING_RETRY = 10_000;

/** Which streams of a group are known to be there, which are new, and which are not there yet. */
export type StreamRoll = {
	follow(streams: readonly string[]): void;
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
	const missing = new Map<string, number>();
	const without = (batch: readonly string[]) => batches.filter((other) => other !== batch);

	return {
		follow(streams) {
			const wanted = new Set(streams);
			admitted = admitted.filter((stream) => wanted.has(stream));
			batches = batches.map((batch) => batch.filter((stream) => wanted.has(stream))).filter(({ length }) => length > 0);
			for (const stream of missing.keys()) if (!wanted.has(stream)) missing.delete(stream);
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
			else if (only !== undefined) missing.set(only, now + MISSING_RETRY);
		},
		recallMissing(now) {
			const due = [...missing].filter(([, at]) => at <= now).map(([stream]) => stream);
			for (const stream of due) missing.delete(stream);
			batches = [...batches, ...portions(due)];
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

function portions(streams: readonly string[]): readonly (readonly string[])[] {
	const count = Math.ceil(streams.length / STREAMS_PER_CALL);
	return Array.from({ length: count }, (_, index) =>
		streams.slice(index * STREAMS_PER_CALL, (index + 1) * STREAMS_PER_CALL),
	);
}
