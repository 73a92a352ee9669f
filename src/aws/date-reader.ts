import type { DeserializeMiddleware, MetadataBearer, Pluggable } from '@smithy/types';
import type { AwsClock } from './aws-clock.ts';

/** SDK middleware that tells the clock when each answer was made, refusals too. @param clock this machine's, epoch ms */
export function dateReader(awsClock: AwsClock, clock: { now(): number }): Pluggable<object, MetadataBearer> {
	const reader: DeserializeMiddleware<object, MetadataBearer> = (next) => async (args) => {
		const sentAt = clock.now();
		const result = await next(args);
		const { headers = {} } = result.response as { readonly headers?: Readonly<Record<string, string>> };
		awsClock.heard(headers['date'], sentAt);
		return result;
	};
	return {
		applyToStack: (stack) =>
			stack.addRelativeTo(reader, { name: 'dateReader', relation: 'after', toMiddleware: 'deserializerMiddleware' }),
	};
}
