import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AwsCallError } from '../../src/aws/aws-call-error.ts';
import type { Aws } from '../../src/aws/aws.ts';
import { followLogs } from '../../src/cli/follow-logs.ts';
import type { LogSource } from '../../src/model/log-line.ts';
import { fakeLogGroup } from '../store/fake-log-group.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const source = (task: string): LogSource => ({
	region: 'ap-northeast-1',
	group: '/ecs/prod/cart',
	stream: `ecs/cart/${task}`,
	container: 'cart',
	taskArn: `arn:aws:ecs:ap-northeast-1:111122223333:task/prod/${task}`,
});

/** A tail of tasks that each write one line, as long as they are asked for; `tasks` are the looks at the service. */
function follow(tasks: readonly (readonly string[] | AwsCallError)[]) {
	const abort = new AbortController();
	const stderr = new PassThrough();
	const printed: string[] = [];
	const looks = [...tasks];
	const logEvents: Aws['logEvents'] = async ({ streams }) => ({
		events: streams.map((stream) => ({
			eventId: stream,
			stream,
			timestamp: Date.now(),
			ingestedAt: 0,
			message: stream,
		})),
	});
	const ended = followLogs(
		{ logEvents },
		{
			sources: [source('first')],
			findSources: async () => {
				const look = looks.length > 1 ? looks.shift() : looks[0];
				if (look instanceof AwsCallError) throw look;
				return (look ?? []).map(source);
			},
			since: 60_000,
			print: (lines) => printed.push(...lines.map(({ text }) => text)),
			io: {
				stdout: new PassThrough(),
				stderr,
				env: {},
				signal: abort.signal,
				wait: async () => {},
				now: () => Date.now(),
			},
		},
	);
	return { ended, abort, printed, said: () => String(stderr.read() ?? '') };
}

const throttled = new AwsCallError({
	kind: 'throttled',
	service: 'ecs',
	operation: 'ListTasks',
	code: 'ThrottlingException',
	message: 'Rate exceeded',
	next: 'Nothing to do.',
});

test('follows the tasks that start meanwhile', async () => {
	const { ended, abort, printed } = follow([['first', 'second']]);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(printed).toEqual(['ecs/cart/first']);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(printed).toEqual(['ecs/cart/first', 'ecs/cart/second']);
	abort.abort();
	await ended;
});

test('goes on when a look for new tasks fails, and says so once', async () => {
	const { ended, abort, printed, said } = follow([throttled, throttled, ['first', 'second']]);
	await vi.advanceTimersByTimeAsync(30_000);
	expect(printed).toContain('ecs/cart/second');
	expect(said()).toBe(
		'deckwatch: new tasks: ecs:ListTasks failed: ThrottlingException: Rate exceeded\n  Nothing to do.\n',
	);
	abort.abort();
	await ended;
});

test('ends at once when it is told to', async () => {
	const { ended, abort } = follow([['first']]);
	abort.abort();
	await ended;
	expect(vi.getTimerCount()).toBe(0);
});

test('prints every line of a long past in time order, of more streams than a call names, and each once', async () => {
	const now = Date.now();
	const sources = Array.from({ length: 150 }, (_, index) => source(`task-${index}`));
	// More than the tail holds.
	const events = Array.from({ length: 105_000 }, (_, index) => ({
		eventId: `${index}`,
		stream: sources[index % 150]?.stream ?? '',
		timestamp: now - 1_050_000 + index * 10,
		ingestedAt: now - 1_050_000 + index * 10,
		message: `${index}`,
	}));
	const abort = new AbortController();
	const printed: string[] = [];
	const ended = followLogs(fakeLogGroup({ events }), {
		sources,
		findSources: async () => sources,
		since: 1_200_000,
		print: (lines) => printed.push(...lines.map(({ text }) => text)),
		io: {
			stdout: new PassThrough(),
			stderr: new PassThrough(),
			env: {},
			signal: abort.signal,
			wait: async () => {},
			now: () => Date.now(),
		},
	});
	await vi.advanceTimersByTimeAsync(10_000);
	abort.abort();
	await ended;
	expect(printed).toEqual(events.map(({ message }) => message));
});

test('goes on where it stood when the past cannot be read to its end', async () => {
	const now = Date.now();
	const events = Array.from({ length: 30 }, (_, index) => ({
		eventId: `${index}`,
		stream: 'ecs/cart/first',
		timestamp: now - 30_000 + index * 1_000,
		ingestedAt: now - 30_000 + index * 1_000,
		message: `${index}`,
	}));
	const group = fakeLogGroup({ events, pageSize: 5, fault: (call) => (call === 3 ? 'throttled' : undefined) });
	const abort = new AbortController();
	const stderr = new PassThrough();
	const printed: string[] = [];
	const ended = followLogs(group, {
		sources: [source('first')],
		findSources: async () => [source('first')],
		since: 60_000,
		print: (lines) => printed.push(...lines.map(({ text }) => text)),
		io: {
			stdout: new PassThrough(),
			stderr,
			env: {},
			signal: abort.signal,
			now: () => Date.now(),
			wait: async () => {},
		},
	});
	await vi.advanceTimersByTimeAsync(20_000);
	abort.abort();
	await ended;
	expect(printed).toEqual(events.map(({ message }) => message));
	expect(String(stderr.read())).toBe(
		'deckwatch: older lines: logs:FilterLogEvents failed: ThrottlingException: Rate exceeded\n  Wait.\n',
	);
});
