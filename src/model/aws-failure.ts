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
	/** One sentence: what the person on call can do about it. */
	readonly next: string;
};
