import type { AwsFailureKind } from '../../model/aws-failure.ts';
import type { CallInfo } from './call-info.ts';
import type { ErrorFacts } from './error-facts.ts';

/** What failed, in words. AWS's own message where there is one; Node's and the SDK's are for programmers. */
export function failureMessage(
	kind: AwsFailureKind,
	{ code, message, status, host }: ErrorFacts,
	call: CallInfo,
): string {
	const server = call.endpoint ?? host ?? `${call.service} in ${call.region}`;
	switch (kind) {
		case 'no-credentials':
			return code === 'CredentialsProviderError' && message.startsWith('Could not load credentials')
				? noCredentials(call.profile)
				: message;
		case 'unreachable':
			return unreachable(code, message, server);
		case 'timed-out':
			return code === 'TimeLimitExceeded'
				? `${message.replace(/\.$/, '')} from ${server}.`
				: `${server} did not answer in time (${code}).`;
		case 'not-supported':
			return code === 'SyntaxError'
				? `${server} answered ${call.operation} with ${message.includes('XML') ? "something that is not AWS's XML" : 'a web page'}: it does not know the operation.`
				: message || `${server} does not know ${call.operation}.`;
		case 'server-fault':
			return code === 'SyntaxError'
				? `${server} sent an incomplete or garbled answer (HTTP ${status ?? 'status unknown'}).`
				: message || code;
		case 'invalid':
			return code === 'ERR_INVALID_URL' ? "The endpoint that replaces AWS's own is no URL." : message || code;
		default:
			return message || code;
	}
}

function noCredentials(profile: string | undefined): string {
	return profile ? `No AWS credentials found for profile ${profile}.` : 'No AWS credentials found.';
}

function unreachable(code: string, message: string, server: string): string {
	switch (code) {
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
		case 'EAI_FAIL':
			return `The host of ${server} was not found (${code}).`;
		case 'ECONNREFUSED':
			return `Nothing accepts connections at ${server} (${code}).`;
		case 'ECONNRESET':
		case 'EPIPE':
			return `The connection to ${server} was lost (${code}).`;
		default:
			return `${server} cannot be reached: ${message || code}`;
	}
}
