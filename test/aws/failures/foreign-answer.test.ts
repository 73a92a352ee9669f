import { describe, expect, test } from 'vitest';
import { toFailure } from '../../../src/aws/failures/to-failure.ts';
import { answered, unread } from './thrown.ts';

const call = { service: 'ecs', operation: 'ListServices', region: 'eu-west-1' };
const onDock = { ...call, endpoint: 'http://127.0.0.1:4566' };

describe('answers that are none', () => {
	const markup = 'Unexpected token \'<\', "<!doctype "... is not valid JSON';

	test.each([404, 500])('a web page with status %i: the server lacks the operation', (status) => {
		expect(toFailure(unread(markup, status), onDock)).toMatchObject({
			kind: 'not-supported',
			code: `HTTP ${status}`,
			message: `http://127.0.0.1:4566 answered ListServices with HTTP ${status}, a web page: it does not know the operation.`,
		});
	});

	test.each([200, 403, 407])('a web page with status %i: somebody in between', (status) => {
		expect(toFailure(unread(markup, status), call)).toMatchObject({
			kind: 'unreachable',
			message: `ecs in eu-west-1 answered ListServices with HTTP ${status}, a web page: a proxy or portal may sit in between.`,
			next: expect.stringContaining('Check network, VPN and proxy') as string,
		});
	});

	test.each([
		[302, 'a redirection'],
		[403, 'without a word of AWS'],
	])('status %i without a code is not AWS: %s', (status, what) => {
		const failure = toFailure(answered('Unknown', 'UnknownError', status), call);
		expect(failure).toMatchObject({ kind: 'unreachable', code: `HTTP ${status}` });
		expect(failure.message).toContain(`with HTTP ${status}, ${what}: a proxy`);
	});

	test.each([502, 503, 504])('a gateway’s page, status %i, says nothing about the operation', (status) => {
		expect(toFailure(unread(markup, status), onDock).kind).toBe('server-fault');
	});

	test.each(['mismatched tags <br> and </body>.', 'unexpected content.'])(
		'no XML where XML should be: somebody in between (%s)',
		(why) => {
			const message = `@aws-sdk XML parse error: ${why}\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.`;
			const error = Object.assign(new Error(message), { $metadata: { httpStatusCode: 200 } });
			const failure = toFailure(error, { ...onDock, service: 'sts', operation: 'GetCallerIdentity' });
			expect(failure).toMatchObject({
				kind: 'unreachable',
				message:
					"http://127.0.0.1:4566 answered GetCallerIdentity with HTTP 200, something that is not AWS's XML: a proxy or portal may sit in between.",
			});
		},
	);

	test('an answer that breaks off', () => {
		expect(toFailure(unread('Unterminated string in JSON at position 18', 200), call)).toMatchObject({
			kind: 'server-fault',
			message: 'ecs in eu-west-1 sent an incomplete or garbled answer (HTTP 200).',
		});
	});

	test('a message that the SDK made up for Node is not shown', () => {
		const failure = toFailure(unread(`${markup}\n  Deserialization error: to see the raw response …`, 500), onDock);
		expect(failure.message).not.toContain('Deserialization');
	});
});
