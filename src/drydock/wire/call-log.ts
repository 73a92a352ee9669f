/** One call that drydock answered. */
export type CallRecord = {
	readonly service: string;
	readonly operation: string;
	readonly region: string;
	/** Epoch ms when the request was there. */
	readonly at: number;
	/** Ms until the answer began. */
	readonly ms: number;
	/** HTTP status; 0 when the connection broke or the caller went away. */
	readonly status: number;
};

/** The last calls, oldest first. */
export type CallLog = {
	readonly calls: readonly CallRecord[];
	record(call: CallRecord): void;
};

/** Keeps the last `capacity` calls. */
export function createCallLog(capacity: number): CallLog {
	const calls: CallRecord[] = [];
	return {
		calls,
		record(call) {
			calls.push(call);
			if (calls.length > capacity) calls.splice(0, calls.length - capacity);
		},
	};
}
