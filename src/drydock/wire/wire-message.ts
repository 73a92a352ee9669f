/** An AWS API request as bytes, free of sockets. Header names are in lower case. */
export type WireRequest = {
	readonly method: string;
	/** Absent: `/`, where all but rpcv2Cbor requests go. */
	readonly path?: string;
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly body: Uint8Array;
	/** Aborted when the caller is gone. */
	readonly signal?: AbortSignal;
};

/**
 * What goes back. A body that comes in chunks is an event stream or, with a fault, one that breaks off:
 * then its iteration throws `ConnectionReset`.
 */
export type WireResponse = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array | AsyncIterable<Uint8Array>;
};

/** The connection breaks: no answer, or none to its end. Looks like Node's own socket error. */
export class ConnectionReset extends Error {
	override readonly name = 'ConnectionReset';
	readonly code = 'ECONNRESET';

	constructor() {
		super('read ECONNRESET');
	}
}
