import * as ecs from '@aws-sdk/client-ecs';
import { expect, test } from 'vitest';
import { AwsCallError } from '../../src/aws/aws-call-error.ts';
import { isReadingOperation, readOnlyGuard } from '../../src/aws/read-only-guard.ts';

const operations = Object.keys(ecs)
	.filter((name) => name.endsWith('Command') && name !== '$Command')
	.map((name) => name.slice(0, -'Command'.length));

type Sent = { readonly operation: string };

/** A guarded client that answers nothing but remembers what reached the wire. */
function guardedClient(): { readonly client: ecs.ECSClient; readonly sent: Sent[] } {
	const sent: Sent[] = [];
	const client = new ecs.ECSClient({
		region: 'eu-west-1',
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		maxAttempts: 1,
		requestHandler: {
			metadata: { handlerProtocol: 'http/1.1' },
			handle: (request: { headers: Record<string, string> }) => {
				sent.push({ operation: request.headers['x-amz-target']?.split('.')[1] ?? '' });
				return Promise.reject(new Error('the wire ends here'));
			},
		},
	});
	client.middlewareStack.use(readOnlyGuard('ecs'));
	return { client, sent };
}

/** Sends an operation with no input: the guard must not depend on one. */
async function send(client: ecs.ECSClient, operation: string): Promise<unknown> {
	const Command = (ecs as unknown as Record<string, new (input: object) => ecs.ListServicesCommand>)[
		`${operation}Command`
	];
	if (!Command) throw new Error(`There is no ${operation}.`);
	return client.send(new Command({})).catch((error: unknown) => error);
}

test('the SDK has operations of both kinds to judge', () => {
	expect(operations).toEqual(expect.arrayContaining(['ListServices', 'UpdateService', 'ExecuteCommand']));
	expect(operations.length).toBeGreaterThan(50);
});

const READS = /^(?:List|Describe|Get)/u;

test.each(operations.filter((operation) => READS.test(operation)))('%s gets through', async (operation) => {
	const { client, sent } = guardedClient();
	await send(client, operation);
	expect(sent).toEqual([{ operation }]);
});

test.each(operations.filter((operation) => !READS.test(operation)))('%s is refused, unsent', async (operation) => {
	const { client, sent } = guardedClient();
	const outcome = await send(client, operation);
	expect(sent).toEqual([]);
	expect(outcome).toBeInstanceOf(AwsCallError);
	expect((outcome as AwsCallError).failure).toMatchObject({ kind: 'read-only', service: 'ecs', operation });
});

test.each([
	['FilterLogEvents', true],
	['StartLiveTail', true],
	['StartQuery', true],
	['StopQuery', true],
	['GetQueryResults', true],
	['TestMetricFilter', true],
	['LookupEvents', true],
	['BatchGetImage', true],
	['StartTask', false],
	['StopTask', false],
	['PutScalingPolicy', false],
	['AssumeRole', false],
	['TestFailover', false],
	['Getaway', false],
	['', false],
])('%s reads: %s', (operation, reads) => {
	expect(isReadingOperation(operation)).toBe(reads);
});
