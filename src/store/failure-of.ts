import { AwsCallError } from '../aws/aws-call-error.ts';
import type { AwsFailure } from '../model/aws-failure.ts';
import { safeText } from '../model/safe-text.ts';

/** A failed call says itself what failed; anything else is a defect of ours, and shown as one. */
export function failureOf(error: unknown): AwsFailure {
	if (error instanceof AwsCallError) return error.failure;
	return {
		kind: 'unknown',
		service: 'deckwatch',
		operation: 'refresh',
		code: safeText(error instanceof Error ? error.name : 'Error'),
		message: safeText(error instanceof Error ? error.message : String(error)),
		next: 'This is a bug in deckwatch. It tries again by itself.',
	};
}
