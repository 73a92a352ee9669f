import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFailure } from '../../../src/aws/failures/to-failure.ts';
import { TimeLimitExceeded } from '../../../src/aws/within-time.ts';
import { answered } from './thrown.ts';

const call = { service: 'ecs', operation: 'ListServices', region: 'eu-west-1' };
const onShop = { ...call, profile: 'shop' };
const onDock = { ...call, endpoint: 'http://127.0.0.1:4566' };

/** An error as Node throws it for a connection. */
function broken(code: string, message: string, members: object = {}): Error {
	return Object.assign(new Error(message), { code, ...members });
}

function provider(message: string): Error {
	return Object.assign(new Error(message), { name: 'CredentialsProviderError' });
}

describe('credentials', () => {
	test('none at all: how to get some, and the way without', () => {
		expect(toFailure(provider('Could not load credentials from any providers'), call)).toMatchObject({
			kind: 'no-credentials',
			message: 'No AWS credentials found.',
			next: 'Run `aws configure sso`, set AWS_PROFILE, or use --demo, which needs none.',
		});
	});

	test('none in the named profile: the profile is named', () => {
		const failure = toFailure(provider('Could not load credentials from any providers'), onShop);
		expect(failure.message).toContain('profile shop');
		expect(failure.next).toContain('aws configure sso --profile shop');
	});

	test.each([
		'The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.',
		'The SSO session token associated with profile=shop was not found or is invalid. To refresh this SSO session run aws sso login with the corresponding profile.',
		"Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
	])('an SSO session that is over: the command that renews it (%s)', (message) => {
		expect(toFailure(provider(message), onShop)).toMatchObject({
			kind: 'expired-credentials',
			next: 'Run `aws sso login --profile shop`.',
		});
	});

	test.each([
		'Failed to load a token for session arn:aws:iam::123456789012:user/ops, please re-authenticate using aws login',
		'Failed to refresh token: Error: expired. Please re-authenticate using aws login',
	])('a console sign-in that is over: its own command (%s)', (message) => {
		expect(toFailure(provider(message), onShop)).toMatchObject({
			kind: 'expired-credentials',
			next: 'Run `aws login --profile shop`.',
		});
	});

	test('a profile that lacks SSO settings is not sent to sign in', () => {
		const message =
			'Profile is configured with invalid SSO credentials. Required parameters "sso_account_id", "sso_region", "sso_role_name", "sso_start_url". Got region';
		expect(toFailure(provider(message), onShop)).toMatchObject({
			kind: 'no-credentials',
			next: expect.stringContaining('Check the profile shop in ~/.aws/config'),
		});
	});

	test('a region that the account has not switched on is no missing permission', () => {
		const failure = toFailure(answered('OptInRequired', 'You are not subscribed to this service.', 403), call);
		expect(failure.next).toContain('eu-west-1 is enabled');
	});

	test.each(['RequestExpired', 'RequestTimeTooSkewed'])('%s: the clock', (code) => {
		expect(toFailure(answered(code, 'too old'), call).next).toContain('clock');
	});

	test('keys of a profile that ran out: which profile', () => {
		expect(toFailure(answered('ExpiredToken', 'expired'), onShop).next).toContain('of the profile shop');
	});

	test.each(['ExpiredToken', 'ExpiredTokenException'])('%s', (code) => {
		const failure = toFailure(answered(code, 'The security token included in the request is expired'), call);
		expect(failure).toMatchObject({ kind: 'expired-credentials', code, requestId: 'req-1' });
		expect(failure.next).toContain('sign in again');
	});

	test('credentials that AWS does not know', () => {
		const error = answered('UnrecognizedClientException', 'The security token included in the request is invalid.');
		expect(toFailure(error, call)).toMatchObject({
			kind: 'no-credentials',
			message: 'The security token included in the request is invalid.',
			next: expect.stringContaining('eu-west-1 is enabled'),
		});
	});
});

describe('permissions', () => {
	test('the missing IAM action is taken from the message', () => {
		const message =
			'User: arn:aws:sts::123456789012:assumed-role/OnCall/ops is not authorized to perform: ecs:DescribeServices on resource: * because no identity-based policy allows the ecs:DescribeServices action';
		expect(toFailure(answered('AccessDeniedException', message), call)).toMatchObject({
			kind: 'denied',
			message,
			next: expect.stringContaining('permission ecs:DescribeServices.'),
		});
	});

	test('without one in the message it is the operation’s own', () => {
		const failure = toFailure(answered('AccessDenied', 'Access Denied', 403), call);
		expect(failure.next).toContain('permission ecs:ListServices.');
	});
});

describe('the network', () => {
	test('an unknown host, for a region that there is not', () => {
		const error = broken('ENOTFOUND', 'getaddrinfo ENOTFOUND ecs.eu-nowhere-9.amazonaws.com', {
			hostname: 'ecs.eu-nowhere-9.amazonaws.com',
		});
		const failure = toFailure(error, { ...call, region: 'eu-nowhere-9' });
		expect(failure).toMatchObject({ kind: 'unreachable', code: 'ENOTFOUND' });
		expect(failure.message).toContain('ecs.eu-nowhere-9.amazonaws.com');
		expect(failure.next).toContain('eu-nowhere-9 is the name of a region');
	});

	test('a refused connection names the endpoint that was set', () => {
		const error = broken('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:4566', { address: '127.0.0.1', port: 4566 });
		expect(toFailure(error, onDock)).toMatchObject({
			kind: 'unreachable',
			message: 'Nothing accepts connections at http://127.0.0.1:4566 (ECONNREFUSED).',
			next: expect.stringContaining('AWS_ENDPOINT_URL'),
		});
	});

	test('a reset is told as one, though the SDK calls it a timeout', () => {
		const error = broken('ECONNRESET', 'socket hang up', { name: 'TimeoutError' });
		expect(toFailure(error, call)).toMatchObject({
			kind: 'unreachable',
			message: 'The connection to ecs in eu-west-1 was lost (ECONNRESET).',
		});
	});

	test('a certificate of somebody in between', () => {
		const error = broken('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain');
		expect(toFailure(error, call)).toMatchObject({
			kind: 'unreachable',
			next: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
		});
	});

	test('https where plain http is spoken: in words, not in those of OpenSSL', () => {
		const error = broken(
			'EPROTO',
			'write EPROTO 40:error:0A00010B:SSL routines:tls_validate:wrong version number:x.c:7:\n',
		);
		expect(toFailure(error, { ...call, endpoint: 'https://127.0.0.1:4566' })).toMatchObject({
			message: 'https://127.0.0.1:4566 does not speak TLS (EPROTO).',
			next: 'Write http:// instead of https:// in the address of the server.',
		});
	});

	test('the simulator of a demo that is gone is no server to be checked', () => {
		const error = broken('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:4566', { address: '127.0.0.1', port: 4566 });
		expect(toFailure(error, { ...onDock, demo: true })).toMatchObject({
			message: 'The simulator of the demo has ended (ECONNREFUSED).',
			next: 'Start the demo again.',
		});
	});

	test('our own time limit', () => {
		expect(toFailure(new TimeLimitExceeded(10_000), onDock)).toMatchObject({
			kind: 'timed-out',
			message: 'No complete answer within 10 s from http://127.0.0.1:4566.',
			next: 'Check the server at http://127.0.0.1:4566.',
		});
	});

	test('AWS out of reach: network, VPN, or a proxy that is not used', () => {
		for (const error of [new TimeLimitExceeded(10_000), broken('ECONNREFUSED', 'connect ECONNREFUSED')]) {
			expect(toFailure(error, call).next).toMatch(/network.*VPN.*HTTPS_PROXY/);
		}
	});
});

test('what the SDK adds for programmers is left out of every message', () => {
	const failure = toFailure(
		answered('ClientException', 'nope\n  Deserialization error: to see the raw response'),
		call,
	);
	expect(failure.message).toBe('nope');
});

test.each(['Region is missing', 'Region not accepted: region="eu west 1" is not a valid hostname component.'])(
	'a region that is none: how to name one (%s)',
	(message) => {
		expect(toFailure(new Error(message), call)).toMatchObject({
			kind: 'invalid',
			next: expect.stringContaining('--region'),
		});
	},
);

test('an endpoint that is no URL: where it may come from', () => {
	expect(toFailure(broken('ERR_INVALID_URL', 'Invalid URL'), call)).toMatchObject({
		kind: 'invalid',
		message: "The endpoint that replaces AWS's own is no URL.",
		next: expect.stringContaining('AWS_ENDPOINT_URL'),
	});
});

test.each([
	['ENETDOWN', 'unreachable'],
	['EADDRNOTAVAIL', 'unreachable'],
	['EAI_FAIL', 'unreachable'],
	['CERT_NOT_YET_VALID', 'unreachable'],
	['ERR_SSL_WRONG_VERSION_NUMBER', 'unreachable'],
])('%s of Node is %s', (code, kind) => {
	expect(toFailure(broken(code, 'connect'), call).kind).toBe(kind);
});

test.each([
	['ThrottlingException', 'Rate exceeded', 400, 'throttled'],
	['TooManyRequestsException', 'Rate exceeded', 429, 'throttled'],
	['SomethingNew', 'slow down', 429, 'throttled'],
	['ProvisionedThroughputExceededException', 'too much', 400, 'throttled'],
	['RequestTimeout', 'idle', 400, 'timed-out'],
	['RequestTimeoutException', 'idle', 408, 'timed-out'],
	['AuthFailure', 'AWS was not able to validate the provided access credentials', 401, 'no-credentials'],
	['ClusterNotFoundException', 'Cluster not found.', 400, 'not-found'],
	['com.amazonaws.ecs#ServiceNotFoundException', 'Service not found.', 400, 'not-found'],
	['TargetGroupNotFound', 'One or more target groups not found', 400, 'not-found'],
	['UnknownOperationException', '', 400, 'not-supported'],
	['InvalidAction', 'Could not find operation', 400, 'not-supported'],
	['InvalidParameterException', 'Services cannot exceed 10.', 400, 'invalid'],
	['ValidationException', 'nope', 400, 'invalid'],
	['ClientException', 'nope', 400, 'invalid'],
	['LimitExceededException', 'A per-account resource limit is exceeded.', 400, 'invalid'],
	['ConcurrentUpdateException', 'You already have a pending update to an Auto Scaling resource.', 400, 'invalid'],
	['ServerException', 'Service Unavailable. Please try again later.', 500, 'server-fault'],
	['SomethingNew', 'oops', 500, 'server-fault'],
	['SomethingNew', 'hm', 418, 'unknown'],
])('%s (%s, %i) is %s', (code, message, status, kind) => {
	expect(toFailure(answered(code, message, status), call)).toMatchObject({ kind, requestId: 'req-1' });
});

test('the request id is asked for where there is one', () => {
	expect(toFailure(answered('SomethingNew', 'hm', 418), call).next).toContain('by the request id');
	expect(toFailure(new Error('hm'), call).next).not.toContain('request id');
});

test('a change that meets another one under way may be repeated, and says so', () => {
	const pending = answered(
		'ConcurrentUpdateException',
		'You already have a pending update to an Auto Scaling resource.',
	);
	expect(toFailure(pending, call)).toMatchObject({
		undone: true,
		next: 'Another change of it is under way: look what it was, and repeat this one in a minute.',
	});
});

test('a quota that is used up does not pass by itself', () => {
	const full = answered('LimitExceededException', 'A per-account resource limit is exceeded.');
	expect(toFailure(full, call).next).toMatch(/^A quota is used up/u);
});

test('texts are cleaned', () => {
	const failure = toFailure(answered('ClientException', '\u001B]0;pwned\u0007\u001B[31mred'), call);
	expect(failure.message).toBe('red');
});

test('a name that is nothing but a namespace is still a code', () => {
	expect(toFailure({ name: '#' }, call).code).toBe('#');
});

test('whatever is thrown becomes a failure that says something', () => {
	const thrown = fc.oneof(
		fc.anything(),
		fc.record(
			{ name: fc.anything(), message: fc.anything(), code: fc.anything(), $metadata: fc.anything() },
			{ requiredKeys: [] },
		),
	);
	fc.assert(
		fc.property(thrown, (error) => {
			const failure = toFailure(error, call);
			expect(failure.message).not.toBe('');
			expect(failure.next).not.toBe('');
			expect(failure.code).not.toBe('');
		}),
	);
});
