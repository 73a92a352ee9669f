import type { AwsFailureKind } from '../../model/aws-failure.ts';

/** Why there are no credentials, found out on this machine before anything was sent: said in words already. */
export class CredentialsError extends Error {
	override readonly name = 'CredentialsError';
	readonly kind: AwsFailureKind;
	/** What the AWS CLI calls it. */
	readonly code: string;
	/** One sentence: what the person can do about it. */
	readonly next: string;

	constructor(
		message: string,
		{ kind = 'no-credentials', code, next }: { kind?: AwsFailureKind; code: string; next: string },
	) {
		super(message);
		this.kind = kind;
		this.code = code;
		this.next = next;
	}
}
