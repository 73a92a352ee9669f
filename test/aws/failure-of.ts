import { AwsCallError } from '../../src/aws/aws-call-error.ts';
import type { AwsFailure } from '../../src/model/aws-failure.ts';

/** The failure that a call ends in; anything else than an `AwsCallError` is thrown on. */
export async function failureOf(call: Promise<unknown>): Promise<AwsFailure> {
	const outcome = await call.then(
		() => undefined,
		(error: unknown) => error,
	);
	if (outcome instanceof AwsCallError) return outcome.failure;
	throw outcome ?? new Error('The call did not fail.');
}
