import { expect, test } from 'vitest';
import { awsOver, REGION } from './aws-over.ts';
import { failureOf } from './failure-of.ts';

const STREAMS = ['checkout/app/3f2a1b', 'checkout/app/9c01de'];
const QUERY = { region: REGION, group: '/ecs/checkout', streams: STREAMS, startTime: 1_763_640_000_000 };

/** CloudWatch Logs that notes what it is asked and answers with one page. */
function logs(page: object) {
	const asked: unknown[] = [];
	const FilterLogEvents = (query: object) => {
		asked.push(query);
		return page;
	};
	return { ...awsOver({ logs: { FilterLogEvents } }), asked };
}

test('a page of events comes in the words of the model, messages as they were written', async () => {
	const { aws, asked } = logs({
		events: [
			{
				eventId: '0001',
				logStreamName: STREAMS[0],
				timestamp: 1_763_640_000_100,
				ingestionTime: 1_763_640_002_000,
				message: '\u001b[31mERROR\u001b[0m no route\n',
			},
		],
		nextToken: 'more',
	});
	expect(await aws.logEvents({ ...QUERY, endTime: QUERY.startTime + 1_000, nextToken: 'token' })).toEqual({
		events: [
			{
				eventId: '0001',
				stream: STREAMS[0],
				timestamp: 1_763_640_000_100,
				ingestedAt: 1_763_640_002_000,
				message: '\u001b[31mERROR\u001b[0m no route\n',
			},
		],
		nextToken: 'more',
	});
	expect(asked).toEqual([
		{
			logGroupName: '/ecs/checkout',
			logStreamNames: STREAMS,
			startTime: QUERY.startTime,
			endTime: QUERY.startTime + 1_000,
			nextToken: 'token',
		},
	]);
});

test('an empty page with a token is not the end', async () => {
	const { aws } = logs({ events: [], nextToken: 'more' });
	expect(await aws.logEvents(QUERY)).toEqual({ events: [], nextToken: 'more' });
});

test('the newest events are asked for from the end', async () => {
	const { aws, asked } = logs({});
	expect(await aws.logEvents({ ...QUERY, newestFirst: true, limit: 1_000 })).toEqual({ events: [] });
	expect(asked).toMatchObject([{ startFromHead: false, limit: 1_000 }]);
});

test('no permission names the action to allow', async () => {
	const { aws, wire } = logs({});
	wire.setFaults([{ operation: 'logs:FilterLogEvents', accessDenied: true }]);
	const failure = await failureOf(aws.logEvents(QUERY));
	expect(failure).toMatchObject({ kind: 'denied' });
	expect(`${failure.message} ${failure.next}`).toContain('logs:FilterLogEvents');
});
