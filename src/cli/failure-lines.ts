import type { AwsFailure } from '../model/aws-failure.ts';
import { failedCall } from '../model/failure-words.ts';

/** A failed call in full, as stderr has it: what failed and why, its request id, what to do about it. */
export function failureLines(failure: AwsFailure, about = ''): readonly string[] {
	const { message, requestId, next } = failure;
	return [
		`deckwatch: ${about}${failedCall(failure)}: ${message}`,
		...(requestId === undefined ? [] : [`  request id ${requestId}`]),
		`  ${next}`,
	];
}
