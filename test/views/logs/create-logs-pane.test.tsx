import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { Aws, LogEvent } from '../../../src/aws/aws.ts';
import { AwsCallError } from '../../../src/aws/aws-call-error.ts';
import { findBinding } from '../../../src/keymap/keymap.ts';
import { createLogsPane } from '../../../src/views/logs/create-logs-pane.tsx';
import { EMPTY_PICTURE } from '../../../src/store/picture.ts';
import { settle, steppedTime } from '../../store/stepped-time.ts';
import { contextOf, picture } from './logs-context.ts';

const START = Date.UTC(2026, 10, 20, 12, 4);
const STREAM = 'checkout/app/3f2a1b';

const mounted: (() => void)[] = [];
afterEach(() => {
	for (const unmount of mounted.splice(0)) unmount();
});

function message(index: number, text = `line ${index}`): LogEvent {
	const timestamp = START - 60_000 + index * 1_000;
	return { eventId: `e${index}`, stream: STREAM, timestamp, ingestedAt: timestamp, message: text };
}

async function openLogs(logEvents: Aws['logEvents'], shown = picture(), size = { width: 70, height: 5 }) {
	const time = steppedTime(START);
	const pane = createLogsPane();
	const { context, logTail, copied, said } = contextOf(logEvents, time, shown);
	const body = () => <pane.Body context={context(size.height)} {...size} focused />;
	const screen = render(body());
	mounted.push(() => {
		screen.unmount();
		logTail.stop();
	});
	const look = async () => {
		screen.rerender(body());
		await settle();
		return plain(screen.lastFrame() ?? '');
	};
	return {
		look,
		colored: () => screen.lastFrame() ?? '',
		pass: (ms: number) => time.step(ms),
		title: () => pane.title(context()).join(' ── '),
		trouble: () => pane.trouble?.(context()),
		press: async (...keys: readonly string[]) => {
			for (const key of keys) {
				const binding = findBinding([pane.bindings], key);
				if (binding?.offBecause?.(context(size.height)) === undefined) binding?.run(context(size.height));
			}
			await settle();
		},
		copied: () => copied,
		said: () => said,
		/** Types a filter in place of the one that is there, and leaves the line. */
		filter(text: string) {
			context().dispatch({ type: 'prompt', prompt: { kind: 'filter', pane: 'logs', text, before: '' } });
			context().dispatch({ type: 'prompt', prompt: undefined });
		},
	};
}

function plain(text: string): string {
	return stripVTControlCharacters(text).replace(/ +$/gm, '').trimEnd();
}

/** All events that are there, always. */
const answering =
	(events: readonly LogEvent[]): Aws['logEvents'] =>
	async ({ startTime, newestFirst }) => {
		const asked = events.filter(({ timestamp }) => timestamp >= startTime);
		return { events: newestFirst ? asked.toReversed() : asked };
	};

const twenty = Array.from({ length: 20 }, (_, index) => message(index));

describe('the logs pane', () => {
	test('says what it is asking, then shows the newest lines with time and task', async () => {
		const logs = await openLogs(answering(twenty));
		expect(await logs.look()).toContain('asking logs:FilterLogEvents for 1 stream');
		await logs.pass(500);
		expect((await logs.look()).split('\n')).toEqual([
			'12:03:15.000 3f2a1b line 15',
			'12:03:16.000 3f2a1b line 16',
			'12:03:17.000 3f2a1b line 17',
			'12:03:18.000 3f2a1b line 18',
			'12:03:19.000 3f2a1b line 19',
		]);
		expect(logs.title()).toBe('Logs ── checkout ── 1 stream ── following ── 0/s');
		await logs.press('W', 'J');
		expect(logs.title()).toContain(' ── wrapped ── raw');
	});

	test('says how far it is behind where more is written than can be read', async () => {
		let page = 0;
		const endless: Aws['logEvents'] = async ({ newestFirst }) =>
			newestFirst ? { events: [message(48)] } : { events: [message(48)], nextToken: `page ${page++}` };
		const logs = await openLogs(endless);
		await logs.pass(16_500);
		expect(logs.title()).toMatch(/ 0\/s ── [12]\ds behind$/);
	});

	test('stays with its lines while newer ones come in, until it is told to follow again', async () => {
		const events = [...twenty];
		const logs = await openLogs(answering(events));
		await logs.pass(500);
		await logs.press('k', 'k');
		events.push(message(30, 'newer'));
		await logs.pass(3_000);
		expect(await logs.look()).toMatch(/line 13\n.*line 14\n.*line 15\n.*line 16\n.*line 17$/);
		expect(logs.title()).toContain('paused, 3 newer');
		await logs.press('G');
		expect(await logs.look()).toMatch(/newer$/);
	});

	test('pauses and follows with the same key', async () => {
		const logs = await openLogs(answering(twenty));
		await logs.pass(500);
		await logs.press('space');
		expect(logs.title()).toContain('paused, 0 newer');
		await logs.press('p');
		expect(logs.title()).toContain('following');
	});

	test('goes to the oldest line with g', async () => {
		const logs = await openLogs(answering(twenty));
		await logs.pass(500);
		await logs.press('g');
		expect(await logs.look()).toMatch(/line 0\n.*line 1\n/);
	});

	test('keeps matching lines only, and finds them among the others with N', async () => {
		const events = twenty.map((event, index) => (index === 9 ? { ...event, message: 'ERROR no route' } : event));
		const logs = await openLogs(answering(events));
		await logs.pass(500);
		logs.filter('no route');
		expect(await logs.look()).toBe('12:03:09.000 3f2a1b ERROR no route');
		expect(logs.colored()).toContain('\u001b[7mno\u001b[27m');
		await logs.press('N');
		expect(await logs.look()).toMatch(/line 7\n.*line 8\n.*▌3f2a1b ERROR no route\n.*line 10\n.*line 11$/);
		await logs.press('v');
		expect((await logs.look()).split('\n')).toHaveLength(1);
	});

	test('filters again when another filter is typed', async () => {
		const logs = await openLogs(answering(twenty));
		await logs.pass(500);
		logs.filter('line');
		await logs.press('N', '/');
		logs.filter('19');
		expect((await logs.look()).split('\n')).toEqual(['12:03:19.000 3f2a1b line 19']);
		logs.filter('nowhere');
		expect(await logs.look()).toContain('None of 20 lines matches the filter /nowhere.');
	});

	test('looks for older lines at the beginning of what it holds', async () => {
		const old = { ...message(-1, 'last week'), timestamp: START - 7 * 86_400_000 };
		const logs = await openLogs(async (query) => {
			const page = await answering([old, ...twenty])(query);
			return { events: page.events.filter(({ timestamp }) => timestamp <= (query.endTime ?? START)) };
		});
		await logs.pass(500);
		await logs.press('g');
		await logs.pass(1_000);
		await logs.press('g');
		expect(await logs.look()).toMatch(/last week\n.*line 0\n/);
	});

	test('says that it fetches older lines, that they came, and where the log begins', async () => {
		const old = { ...message(-1, 'last week'), timestamp: START - 7 * 86_400_000 };
		const logs = await openLogs(async (query) => {
			const page = await answering([old, ...twenty])(query);
			return { events: page.events.filter(({ timestamp }) => timestamp <= (query.endTime ?? START)) };
		});
		await logs.pass(500);
		await logs.press('g');
		expect(logs.said()[0]).toBe('fetching older lines …');
		await logs.pass(1_000);
		expect(logs.said()).toEqual(['fetching older lines …', 'older lines loaded']);
		await logs.press('g');
		await logs.pass(1_000);
		await logs.press('g');
		expect(logs.said().at(-1)).toBe('this is the beginning: there are no older lines');
	});

	test('copies the lowest line in view, or the match one went to', async () => {
		const logs = await openLogs(answering(twenty));
		await logs.press('y');
		await logs.pass(500);
		await logs.press('y', 'k', 'k', 'y');
		logs.filter('line 9');
		await logs.press('N', 'y');
		expect(logs.copied()).toEqual(['line 19', 'line 17', 'line 9']);
	});

	test('shows JSON lines with level and message first, and raw when asked', async () => {
		const logs = await openLogs(answering([message(1, '{"level":"warn","msg":"slow","ms":812}')]));
		await logs.pass(500);
		expect(await logs.look()).toContain('WARN slow ms=812');
		await logs.press('J');
		expect(await logs.look()).toContain('{"level":"warn"');
	});

	test('wraps long lines when asked', async () => {
		const logs = await openLogs(answering([message(1, `start ${'x'.repeat(100)} end`)]));
		await logs.pass(500);
		expect(await logs.look()).toMatch(/^.{69}…$/);
		await logs.press('W');
		expect(await logs.look()).toMatch(/^.{70}\n {4}x+ end$/);
	});

	test('lets no hostile line out of its row', async () => {
		const logs = await openLogs(answering([message(1, 'a\u001b[2J\u001b]0;owned\u0007b\r\nc'), message(2)]));
		await logs.pass(500);
		expect((await logs.look()).split('\n')).toEqual(['12:03:01.000 3f2a1b ab⏎c', '12:03:02.000 3f2a1b line 2']);
	});

	test('says which group is missing and what to do', async () => {
		const logs = await openLogs(
			async () => {
				throw new AwsCallError({
					kind: 'not-found',
					service: 'logs',
					operation: 'FilterLogEvents',
					code: 'ResourceNotFoundException',
					message: 'The specified log group does not exist.',
					next: 'Check the name and the region.',
				});
			},
			picture(),
			{ width: 90, height: 8 },
		);
		await logs.pass(500);
		const shown = await logs.look();
		expect(shown).toContain('The log group /ecs/checkout cannot be read: ResourceNotFoundException');
		expect(shown).toContain('Check the name and the region.');
		expect(logs.trouble()).toMatch(/^\/ecs\/checkout \d+s late: ResourceNotFoundException$/);
	});

	test('says why a container has no lines', async () => {
		const logs = await openLogs(answering([]), picture('awsfirelens'), { width: 100, height: 8 });
		expect(await logs.look()).toContain('app writes to awsfirelens, not to CloudWatch Logs');
	});

	test('says what it waits for before the tasks are known', async () => {
		const logs = await openLogs(answering([]), EMPTY_PICTURE);
		expect(await logs.look()).toContain('asking ecs:ListTasks for checkout');
	});

	test('says that nothing was written lately', async () => {
		const logs = await openLogs(answering([]));
		await logs.pass(500);
		expect(await logs.look()).toContain('No lines in the last 15 minutes in 1 stream.');
	});
});
