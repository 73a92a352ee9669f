import { AwsCallError } from '../aws/aws-call-error.ts';
import type { ChangeName } from '../aws/changes/change.ts';

/** What `recover` throws where all could be read, and still does not tell whether a change was made. */
export function cannotTell(change: ChangeName): AwsCallError {
	const [service = '', operation = ''] = change.split(':');
	return new AwsCallError({
		kind: 'unknown',
		service,
		operation,
		code: 'Unsure',
		message: 'What AWS shows does not tell whether it has taken this.',
		next: 'Look again in a minute.',
	});
}
