import { expect, test } from 'vitest';
import { AwsCallError } from '../../src/aws/aws-call-error.ts';
import type { Aws } from '../../src/aws/aws.ts';
import { readLogs } from '../../src/cli/read-logs.ts';
import type { LogLine, LogSource } from '../../src/model/log-line.ts';

const region = 'ap-northeast-1';
const group = '/ecs/prod/cart';
const range = { from: 0, to: 60_000 };
const { signal } = new AbortController();

const source = (name: string): LogSource => ({
	region,
	group,
	stream: name,
	container: 'cart',
	taskArn: `arn:aws:ecs:${region}:111122223333:task/prod/${name}`,
});

/** One line in each stream; none of a call is answered when one of its streams is not there. */
function logsOf(missing: readonly string[]) {
	const calls: (readonly string[])[] = [];
	const logEvents: Aws['logEvents'] = async ({ streams }) => {
		calls.push(streams);
		if (streams.some((stream) => missing.includes(stream))) {
			throw new AwsCallError({
				kind: 'not-found',
				service: 'logs',
				operation: 'FilterLogEvents',
				code: 'ResourceNotFoundException',
				message: 'The specified log stream does not exist.',
				next: 'Check the name.',
			});
		}
		const line = { timestamp: 1, ingestedAt: 1, message: 'GET /cart' };
		return { events: streams.map((stream) => ({ ...line, stream, eventId: stream })) };
	};
	return { aws: { logEvents }, calls };
}

async function readAll(aws: Pick<Aws, 'logEvents'>, sources: readonly LogSource[], missing: string[] = []) {
	const lines: LogLine[] = [];
	const onMissing = ({ part }: { readonly part: string }): void => void missing.push(part);
	for await (const batch of readLogs(aws, sources, range, signal, onMissing)) lines.push(...batch);
	return lines;
}

test('reads at most a hundred streams in one call', async () => {
	const { aws, calls } = logsOf([]);
	const sources = Array.from({ length: 230 }, (_, index) => source(`task-${index}`));
	expect(await readAll(aws, sources)).toHaveLength(230);
	expect(calls.map(({ length }) => length)).toEqual([100, 100, 30]);
});

test('passes over the tasks that have not written yet', async () => {
	const { aws, calls } = logsOf(['task-3', 'task-7']);
	const sources = Array.from({ length: 10 }, (_, index) => source(`task-${index}`));
	const lines = await readAll(aws, sources);
	expect(lines.map((line) => line.source.stream).toSorted()).toEqual([
		'task-0',
		'task-1',
		'task-2',
		'task-4',
		'task-5',
		'task-6',
		'task-8',
		'task-9',
	]);
	expect(calls.length).toBeLessThan(sources.length + 8);
});

test('names a log group that is not there, and reads the others', async () => {
	const { aws } = logsOf([]);
	const gone = () =>
		Promise.reject(
			new AwsCallError({
				kind: 'not-found',
				service: 'logs',
				operation: 'FilterLogEvents',
				code: 'ResourceNotFoundException',
				message: 'The specified log group does not exist.',
				next: 'Check the name.',
			}),
		);
	const logEvents: Aws['logEvents'] = (query) => (query.group === 'gone' ? gone() : aws.logEvents(query));
	const missing: string[] = [];
	const sources = [source('task-0'), { ...source('task-1'), group: 'gone' }];
	expect(await readAll({ logEvents }, sources, missing)).toHaveLength(1);
	expect(missing).toEqual(['gone']);
});

/** Pages of a second of lines each, by the group's name, without end. */
function endlessLogs(linesPerPage: Readonly<Record<string, number>>) {
	const pages: Record<string, number> = {};
	const logEvents: Aws['logEvents'] = async ({ group: name, streams: [stream = ''], nextToken = '0' }) => {
		pages[name] = Number(nextToken) + 1;
		const length = linesPerPage[name] ?? 0;
		const events = Array.from({ length }, (_, index) => {
			const timestamp = (Number(nextToken) + index / length) * 1000;
			return { timestamp, ingestedAt: timestamp, message: 'GET /cart', stream, eventId: `${name} ${timestamp}` };
		});
		return { events, nextToken: String(Number(nextToken) + 1) };
	};
	return { aws: { logEvents }, pages };
}

test('answers in time order while it reads, and reads no group ahead of another', async () => {
	const { aws, pages } = endlessLogs({ web: 100, agent: 2, mute: 1 });
	const sources = ['web', 'agent', 'mute'].map((name) => ({ ...source(name), group: name }));
	const lines: LogLine[] = [];
	for await (const batch of readLogs(aws, sources, range, signal, () => {})) {
		lines.push(...batch);
		if (lines.length > 1000) break;
	}
	const times = lines.map(({ timestamp }) => timestamp);
	expect(times).toEqual(times.toSorted((a, b) => a - b));
	expect(new Set(lines.map(({ eventId }) => eventId)).size).toBe(lines.length);
	expect(Math.max(...Object.values(pages))).toBeLessThan(15);
});

test('goes on where it was when a stream is deleted while it is read', async () => {
	const first = logsOf([]);
	const second = logsOf(['task-1']);
	const logEvents: Aws['logEvents'] = async (query) => {
		if (query.nextToken !== undefined) return second.aws.logEvents(query);
		const { events } = await (query.startTime > 1 ? second : first).aws.logEvents(query);
		const [event] = events;
		if (query.startTime > 1 || !event) return { events: events.map((each) => ({ ...each, timestamp: 2 })) };
		return { events: [event, { ...event, eventId: 'next', timestamp: 2 }], nextToken: 'more' };
	};
	const lines = await readAll({ logEvents }, [source('task-0'), source('task-1')]);
	expect(lines.map(({ eventId, timestamp }) => [eventId, timestamp])).toEqual([
		['task-0', 1],
		['task-0', 2],
	]);
});
