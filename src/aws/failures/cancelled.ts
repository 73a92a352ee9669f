import type { AwsFailure } from '../../model/aws-failure.ts';
import type { CallInfo } from './call-info.ts';

/** A call that its caller gave up. Nobody looks at it any more; it is there because `Aws` throws nothing else. */
export function cancelled({ service, operation }: CallInfo): AwsFailure {
	return {
		kind: 'unknown',
		service,
		operation,
		code: 'AbortError',
		message: 'The call was cancelled.',
		next: 'Nothing to do.',
	};
}
