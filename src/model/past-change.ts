/** A change as the audit log tells it, from its plan to its end. */
export type PastChange = {
	readonly id: string;
	/** When it was planned, ISO 8601, UTC. */
	readonly time: string;
	/** `scale` */
	readonly verb: string;
	readonly account: string;
	readonly region: string;
	readonly clusterArn: string;
	readonly clusterName: string;
	readonly serviceArn: string;
	readonly serviceName: string;
	/** ARN of who did it; undefined when it could not be asked. */
	readonly identity?: string | undefined;
	readonly differences: readonly { readonly what: string; readonly before: string; readonly after: string }[];
	/** What was sent, in order. `unanswered`: the log ends before the answer. */
	readonly calls: readonly {
		readonly name: string;
		readonly state: 'made' | 'refused' | 'lost' | 'unanswered';
		readonly requestId?: string;
	}[];
	/** Whether the log has its end: without it deckwatch was ended, or is at it just now in another terminal. */
	readonly ended: boolean;
	/** As far as the log tells. `not-sent`: no call left. */
	readonly state: 'done' | 'failed' | 'unknown' | 'timed-out' | 'left' | 'not-sent';
	/** What is so by then; lines. */
	readonly text: string;
};
