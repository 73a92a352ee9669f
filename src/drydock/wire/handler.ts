/** Who calls what, from the request's target and its SigV4 scope. */
export type Call = {
	readonly service: string;
	readonly operation: string;
	readonly region: string;
	readonly account: string;
	readonly requestId: string;
	/** Aborted when the caller is gone; a handler that streams or waits stops then. */
	readonly signal?: AbortSignal | undefined;
};

/**
 * Answers one operation. Input and output are the SDK's own shapes (`DescribeServicesRequest` …); the wire
 * refuses members that the AWS model does not know.
 */
export type Handler<Input = never, Output = unknown> = (input: Input, call: Call) => Output | Promise<Output>;

/** An AWS error, by its modeled name: `new AwsFault('ClusterNotFoundException', 'Cluster not found.')`. */
export class AwsFault extends Error {
	override readonly name = 'AwsFault';
	readonly code: string;
	readonly status: number | undefined;
	readonly members: Readonly<Record<string, unknown>>;

	constructor(code: string, message: string, members: Readonly<Record<string, unknown>> = {}, status?: number) {
		super(message);
		this.code = code;
		this.members = members;
		this.status = status;
	}
}

/** The handlers of one AWS service by operation name. */
export type Handlers = Readonly<Record<string, Handler>>;
