import type { AwsFailureKind } from '../../model/aws-failure.ts';
import type { CallInfo } from './call-info.ts';
import type { ErrorFacts } from './error-facts.ts';
import { foreignAnswer } from './foreign-answer.ts';
import { speaksNoTls } from './speaks-no-tls.ts';

/** What failed, in words. AWS's own message where there is one; Node's and the SDK's are for programmers. */
export function failureMessage(kind: AwsFailureKind, facts: ErrorFacts, call: CallInfo): string {
	const { code, message, status, host } = facts;
	const server = call.program ?? call.endpoint ?? call.host ?? host ?? `${call.service} in ${call.region}`;
	const foreign = foreignAnswer(facts);
	if (foreign !== undefined) {
		const cause =
			kind === 'server-fault'
				? 'what is behind it does not answer'
				: kind === 'not-supported' && call.endpoint
					? 'it does not know the operation'
					: 'a proxy or portal may sit in between';
		return `${server} answered ${call.operation} with HTTP ${status ?? 'status unknown'}, ${foreign}: ${cause}.`;
	}
	if (code === 'NotAnAnswer') return `What ${server} sent is not an answer to ${call.operation}.`;
	switch (kind) {
		case 'no-credentials':
			return code === 'CredentialsProviderError' && message.startsWith('Could not load credentials')
				? noCredentials(call.profile)
				: message;
		case 'unreachable':
			if (call.demo) return `The simulator of the demo has ended (${code}).`;
			return unreachable(code, message, server);
		case 'timed-out':
			return code === 'TimeLimitExceeded'
				? `${message.replace(/\.$/, '')} from ${server}.`
				: `${server} did not answer in time (${code}).`;
		case 'not-supported':
			return message || `${server} does not know ${call.operation}.`;
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
		case 'EPROTO':
		case 'ERR_SSL_WRONG_VERSION_NUMBER':
			if (speaksNoTls(code, message)) {
				return `${server} does not speak TLS (${code}).`;
			}
			return `The TLS handshake with ${server} failed (${code}).`;
		default:
			return `${server} cannot be reached: ${message || code}`;
	}
}
