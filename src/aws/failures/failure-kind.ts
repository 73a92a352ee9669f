import type { AwsFailureKind } from '../../model/aws-failure.ts';
import type { ErrorFacts } from './error-facts.ts';
import { foreignAnswer, isLacking } from './foreign-answer.ts';
import { signInCommand } from './sign-in-command.ts';

/**
 * Codes by kind. AWS: "Common Error Types" of the API references and the services' own; Node: `errno` names and the
 * codes of node:tls.
 */
const CODES: Readonly<Partial<Record<AwsFailureKind, readonly string[]>>> = {
	throttled: [
		'ThrottlingException',
		'Throttling',
		'ThrottledException',
		'TooManyRequestsException',
		'RequestLimitExceeded',
		'RequestThrottled',
		'RequestThrottledException',
		'SlowDown',
		'ProvisionedThroughputExceededException',
		'EC2ThrottledException',
	],
	'expired-credentials': ['ExpiredToken', 'ExpiredTokenException'],
	'no-credentials': [
		'CredentialsProviderError',
		'TokenProviderError',
		'UnrecognizedClientException',
		'InvalidClientTokenId',
		'InvalidAccessKeyId',
		'AuthFailure',
		'MissingAuthenticationToken',
		'MissingAuthenticationTokenException',
		'SignatureDoesNotMatch',
		'InvalidSignatureException',
		'IncompleteSignature',
		'IncompleteSignatureException',
		'RequestExpired',
		'RequestTimeTooSkewed',
		'OptInRequired',
	],
	denied: ['AccessDenied', 'AccessDeniedException', 'AccessDeniedFault', 'UnauthorizedOperation', 'NotAuthorized'],
	unreachable: [
		'ENOTFOUND',
		'EAI_AGAIN',
		'EAI_FAIL',
		'ECONNREFUSED',
		'ECONNRESET',
		'EPIPE',
		'EHOSTUNREACH',
		'ENETUNREACH',
		'ENETDOWN',
		'ENOTCONN',
		'EADDRNOTAVAIL',
		'EHOSTDOWN',
		'CERT_HAS_EXPIRED',
		'CERT_NOT_YET_VALID',
		'UNABLE_TO_GET_ISSUER_CERT',
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'EPROTO',
	],
	'timed-out': [
		'TimeLimitExceeded',
		'TimeoutError',
		'ETIMEDOUT',
		'ESOCKETTIMEDOUT',
		'RequestTimeout',
		'RequestTimeoutException',
	],
	'not-supported': [
		'UnknownOperationException',
		'UnknownOperation',
		'UnsupportedOperation',
		'UnsupportedOperationException',
		'UnsupportedFeatureException',
		'InvalidAction',
		'NotImplemented',
	],
	'not-found': ['ResourceNotFoundException', 'ObjectNotFoundException', 'ResourceNotFound'],
	invalid: [
		'ValidationException',
		'ValidationError',
		'ClientException',
		'BlockedException',
		'ConcurrentUpdateException',
		'LimitExceededException',
		'ERR_INVALID_URL',
	],
	'server-fault': ['ServerException', 'InternalFailure', 'InternalServiceFault', 'ServiceUnavailableException'],
};

const KIND_OF_CODE: ReadonlyMap<string, AwsFailureKind> = new Map(
	Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind as AwsFailureKind] as const)),
);

/** What kind of trouble it is. Codes that nobody listed are told by their wording, then by the HTTP status. */
export function failureKind(facts: ErrorFacts): AwsFailureKind {
	const { code, message, status } = facts;
	if (signInCommand(code, message)) return 'expired-credentials';
	if (foreignAnswer(facts) !== undefined && status !== 429) {
		if (isLacking(status)) return 'not-supported';
		return isGateway(status) ? 'server-fault' : 'unreachable';
	}
	if (code === 'SyntaxError' || code === 'NotAnAnswer') return 'server-fault';
	if (code === 'ClientException' && /unable to describe task definition/i.test(message)) return 'not-found';
	if (isNoRegion(message)) return 'invalid';
	const known = KIND_OF_CODE.get(code);
	if (known) return known;
	if (/(?:NotFound|DoesNotExist)(?:Exception|Fault)?$/.test(code)) return 'not-found';
	if (/^Invalid|InvalidException$|^Missing|MissingException$/.test(code)) return 'invalid';
	if (status !== undefined && status >= 500) return 'server-fault';
	if (status === 403) return 'denied';
	if (status === 429) return 'throttled';
	if (status === 404) return 'not-found';
	return 'unknown';
}

/** What the SDK's packages say of a region that is none; it has no code. */
export function isNoRegion(message: string): boolean {
	return /^(?:Region is missing|Region not accepted|Invalid region)\b/.test(message);
}

/** Proxies and load balancers answer with a page of their own when what is behind them fails. */
function isGateway(status: number | undefined): boolean {
	return status !== undefined && status >= 502 && status <= 504;
}
