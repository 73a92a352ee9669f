import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AwsCallError } from '../../src/aws/aws-call-error.ts';
import type { Aws } from '../../src/aws/aws.ts';
import { followLogs } from '../../src/cli/follow-logs.ts';
import type { LogSource } from '../../src/model/log-line.ts';

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
	expect(said()).toBe('deckwatch: new tasks: Rate exceeded Nothing to do.\n');
	abort.abort();
	await ended;
});

test('ends at once when it is told to', async () => {
	const { ended, abort } = follow([['first']]);
	abort.abort();
	await ended;
	expect(vi.getTimerCount()).toBe(0);
});
