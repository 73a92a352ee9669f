import type { AwsFailure } from '../model/aws-failure.ts';

/** A failed call in full, as stderr has it: what failed and why, its request id, what to do about it. */
export function failureLines(
	{ service, operation, code, message, requestId, next }: AwsFailure,
	about = '',
): readonly string[] {
	return [
		`deckwatch: ${about}${service}:${operation} failed: ${code}: ${message}`,
		...(requestId === undefined ? [] : [`  request id ${requestId}`]),
		`  ${next}`,
	];
}
