import type { AwsFailure } from '../model/aws-failure.ts';

/** The only error that leaves `aws/`: a failed call with what to say about it. */
export class AwsCallError extends Error {
	override readonly name = 'AwsCallError';
	readonly failure: AwsFailure;

	constructor(failure: AwsFailure, options?: ErrorOptions) {
		super(`${failure.service}:${failure.operation}: ${failure.message}`, options);
		this.failure = failure;
	}
}
