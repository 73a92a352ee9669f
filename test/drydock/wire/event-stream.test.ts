import { CloudWatchLogsClient, StartLiveTailCommand } from '@aws-sdk/client-cloudwatch-logs';
import { expect, test } from 'vitest';
import { AwsFault } from '../../../src/drydock/wire/handler.ts';
import { clientOf, dispatcherWith } from './dispatcher.ts';

const start = { sessionStart: { sessionId: 's-1', logGroupIdentifiers: ['arn:group'] } };
const update = {
	sessionUpdate: {
		sessionMetadata: { sampled: false },
		sessionResults: [{ message: 'GET /cart 200', timestamp: 1_772_359_200_123, logStreamName: 'web/a' }],
	},
};

test('a live tail delivers its events in order', async () => {
	const { events, error } = await tail(async function* () {
		yield start;
		yield update;
		yield { sessionUpdate: { sessionMetadata: { sampled: false }, sessionResults: [] } };
	});
	expect(error).toBeUndefined();
	expect(events).toEqual([
		start,
		update,
		{ sessionUpdate: { sessionMetadata: { sampled: false }, sessionResults: [] } },
	]);
});

test('a fault thrown by the stream ends it as the modeled exception', async () => {
	const { events, error } = await tail(async function* () {
		yield start;
		throw new AwsFault('SessionTimeoutException', 'The session has ended after three hours.');
	});
	expect(events).toEqual([start]);
	expect(error).toMatchObject({
		name: 'SessionTimeoutException',
		message: 'The session has ended after three hours.',
	});
});

test('an event that AWS does not have breaks the stream off and is reported', async () => {
	const reports: string[] = [];
	const { events, error } = await tail(
		async function* () {
			yield start;
			yield { sessionUpdate: { results: [] } };
		},
		(defect) => reports.push(defect),
	);
	expect(events).toEqual([start]);
	expect(error).toBeDefined();
	expect(reports).toEqual([expect.stringContaining('$.sessionUpdate.results is unknown')]);
});

async function tail(stream: () => AsyncIterable<object>, report: (defect: string) => void = () => {}) {
	const dispatcher = dispatcherWith({ logs: { StartLiveTail: () => ({ responseStream: stream() }) } }, { report });
	const client = new CloudWatchLogsClient(clientOf(dispatcher));
	const answer = await client.send(new StartLiveTailCommand({ logGroupIdentifiers: ['arn:group'] }));
	const events: object[] = [];
	try {
		for await (const event of answer.responseStream ?? []) events.push(event);
	} catch (error) {
		return { events, error };
	}
	return { events, error: undefined };
}
