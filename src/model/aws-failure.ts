/** The kinds of trouble an AWS call can end in, told apart by what the operator does next. */
export type AwsFailureKind =
	| 'no-credentials'
	| 'expired-credentials'
	| 'denied'
	| 'throttled'
	| 'unreachable'
	| 'timed-out'
	| 'not-found'
	| 'invalid'
	| 'server-fault'
	| 'not-supported'
	| 'read-only'
	| 'unknown';

/** A failed AWS call as data: what failed, the likely cause, the next step. Texts are already clean. */
export type AwsFailure = {
	readonly kind: AwsFailureKind;
	/** The API prefix as IAM writes it: `ecs`, `logs`, `application-autoscaling`. */
	readonly service: string;
	readonly operation: string;
	/** AWS's error code: `ThrottlingException`. */
	readonly code: string;
	readonly message: string;
	readonly requestId?: string;
	/** Where it was called. */
	readonly region?: string;
	/** Nothing was done: it was never sent, or AWS answered no (HTTP 4xx). */
	readonly undone?: true;
	/** One sentence: what the person on call can do about it. */
	readonly next: string;
};

/** Nothing of the call was carried out: it was not sent, or it was turned away at the door. */
const NOTHING_DONE: ReadonlySet<AwsFailureKind> = new Set([
	'no-credentials',
	'expired-credentials',
	'denied',
	'throttled',
	'invalid',
	'not-found',
	'not-supported',
	'read-only',
]);

/** The connection broke after it stood: the request may have gone out. The other codes mean that it never stood. */
const BROKEN: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE']);

/** Whether a change that failed so may have been carried out all the same: no answer came, or a fault of the server. */
export function mayHaveHappened({ kind, code, undone }: AwsFailure): boolean {
	if (undone || NOTHING_DONE.has(kind)) return false;
	return kind !== 'unreachable' || BROKEN.has(code);
}
