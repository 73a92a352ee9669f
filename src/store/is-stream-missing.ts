import { AwsCallError } from '../aws/aws-call-error.ts';

/** FilterLogEvents refuses all streams when one of them is not there yet: a task that has written nothing. */
export function isStreamMissing(error: unknown): boolean {
	return (
		error instanceof AwsCallError && error.failure.kind === 'not-found' && /log stream/iu.test(error.failure.message)
	);
}
