import type { InitializeMiddleware, MetadataBearer, Pluggable } from '@smithy/types';
import { AwsCallError } from './aws-call-error.ts';

/** What reads by its name, in every AWS API. */
const READING_VERB = /^(?:BatchGet|Describe|Get|List|Lookup)(?=[A-Z])/;

/** What reads although its name says something else. A query and a live tail change nothing in the account. */
const OTHER_READING_OPERATIONS: ReadonlySet<string> = new Set([
	'FilterLogEvents',
	'StartLiveTail',
	'StartQuery',
	'StopQuery',
	'TestMetricFilter',
]);

/** True for operations that change nothing in the account. Whatever is not known to read, writes. */
export function isReadingOperation(operation: string): boolean {
	return READING_VERB.test(operation) || OTHER_READING_OPERATIONS.has(operation);
}

/**
 * SDK middleware that ends every changing call before anything of it is serialised, signed or sent. It lies below
 * all callers, in the client itself.
 *
 * @param service the IAM prefix of the client, for the message.
 */
export function readOnlyGuard(service: string): Pluggable<object, MetadataBearer> {
	const guard: InitializeMiddleware<object, MetadataBearer> = (next, context) => async (args) => {
		const operation = (context.commandName ?? '').replace(/Command$/, '');
		if (isReadingOperation(operation)) return next(args);
		throw new AwsCallError({
			kind: 'read-only',
			service,
			operation,
			code: 'ReadOnly',
			message: `${service}:${operation} changes the account, and deckwatch only reads. Nothing was sent.`,
			next: 'Make the change with another tool.',
		});
	};
	return {
		applyToStack: (stack) => stack.add(guard, { name: 'readOnlyGuard', step: 'initialize', priority: 'high' }),
	};
}
