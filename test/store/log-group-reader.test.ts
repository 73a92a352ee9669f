import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLogTail } from '../../src/store/create-log-tail.ts';
import { fakeLogGroup } from './fake-log-group.ts';
import { event, GROUP, source } from './log-fixtures.ts';
import { first, held, ids, second, START, tailOf, ticking } from './log-tail-fixtures.ts';

beforeEach(() => {
	vi.useFakeTimers({ now: START });
});
afterEach(() => {
	vi.useRealTimers();
});

test('follows the others while a stream is not there yet', async () => {
	const events = [...ticking(START - 5_000, START + 60_000, 100, first), event('late', START + 15_000, 0, second)];
	const { tail, pass } = tailOf({ events });
	tail.follow([first, second]);
	await pass(5_000);
	expect(ids(tail).length).toBeGreaterThan(80);
	expect(tail.getState().failures).toEqual({});
	await pass(30_000);
	expect(ids(tail)).toContain('late');
});

test('spends little on streams that never come, and polls the others while it looks for them', async () => {
	const apps = Array.from({ length: 20 }, (_, index) => source(`stopped${index}`));
	const never = apps.map(({ taskArn }) => ({ ...source(taskArn, 'proxy'), isOver: true }));
	const events = [
		...ticking(START - 5_000, START + 200_000, 100, first),
		...apps.flatMap((app) => ticking(START - 60_000, START - 50_000, 1_000, app)),
	];
	const { tail, aws, pass } = tailOf({ events, latency: 400 });
	tail.follow([first, ...apps, ...never]);
	let worst = 0;
	await pass(10_000);
	for (let seconds = 0; seconds < 50; seconds++) {
		await pass(1_000);
		worst = Math.max(worst, Date.now() - (held(tail).at(-1)?.timestamp ?? 0));
	}
	expect(worst).toBeLessThan(4_000);
	const before = aws.calls.length;
	await pass(100_000);
	expect((aws.calls.length - before) / 100).toBeLessThan(1.4);
});

test('loads older lines in portions until there are none', async () => {
	const events = ticking(START - 3 * 3_600_000, START, 5_000);
	const { tail, pass } = tailOf({ events, pageSize: 400 }, { history: { ms: 900_000, lines: 100 } });
	tail.follow([first]);
	await pass(200);
	expect(ids(tail)).toHaveLength(100);
	await tail.loadOlder();
	expect(ids(tail).length).toBeGreaterThan(700);
	for (let round = 0; round < 5; round++) await tail.loadOlder();
	expect(ids(tail)).toEqual(events.map(({ eventId }) => eventId));
	expect(tail.getState().atBeginning).toBe(true);
});

test('finds older lines still, when they were asked for before the first ones were in', async () => {
	const events = ticking(START - 5_000_000, START, 1_000);
	const { tail, pass } = tailOf({ events, latency: 1_500 });
	tail.subscribe(() => undefined);
	tail.follow([first]);
	await pass(500);
	await tail.loadOlder();
	expect(tail.getState().atBeginning).toBe(false);
	await pass(5_000);
	const before = tail.getState().lines.length;
	const older = tail.loadOlder();
	await pass(5_000);
	await older;
	expect(tail.getState().lines.length).toBeGreaterThan(before);
});

test.each(['denied', 'not-found'] as const)('loads older lines of one group though the other is %s', async (kind) => {
	const other = source('3f2a1b', 'proxy', '/ecs/proxy');
	const readable = fakeLogGroup({ events: ticking(START - 3_000_000, START, 1_000) });
	const { logEvents } = fakeLogGroup({ events: [], ...(kind === 'denied' ? { fault: () => kind } : {}) });
	const tail = createLogTail({
		aws: { logEvents: (query) => (query.group === GROUP ? readable.logEvents(query) : logEvents(query)) },
		random: () => 0,
	});
	tail.follow([first, other]);
	await vi.advanceTimersByTimeAsync(1_000);
	await tail.loadOlder();
	expect(held(tail).length).toBeGreaterThan(1_500);
});

test('is at the beginning no longer when a stream has joined', async () => {
	const { tail, pass } = tailOf({
		events: [...ticking(START - 5_000, START, 1_000), ...ticking(START - 3_600_000, START, 1_000, second)],
	});
	tail.follow([first]);
	await pass(1_000);
	await tail.loadOlder();
	expect(tail.getState().atBeginning).toBe(true);
	tail.follow([first, second]);
	await pass(2_000);
	expect(tail.getState().atBeginning).toBe(false);
	await tail.loadOlder();
	expect(tail.getState().lines.length).toBeGreaterThan(1_500);
});

test('gets past a burst of more lines in one millisecond than it loads at once', async () => {
	const burst = Array.from({ length: 1_500 }, (_, index) => event(`burst${String(index).padStart(4, '0')}`, START));
	const before = ticking(START - 600_000, START, 1_000);
	const { tail, pass } = tailOf({ events: [...before, ...burst] });
	tail.follow([first]);
	await pass(1_000);
	await tail.loadOlder();
	await tail.loadOlder();
	expect(ids(tail)).toEqual([...before, ...burst].map(({ eventId }) => eventId));
});

test('shows no gap where one group reaches further back than the other', async () => {
	const other = source('3f2a1b', 'proxy', '/ecs/proxy');
	const quiet = fakeLogGroup({ events: ticking(START - 3_000_000, START, 100_000, first) });
	const busy = fakeLogGroup({ events: ticking(START - 3_000_000, START, 1_000, other) });
	const tail = createLogTail({
		aws: { logEvents: (query) => (query.group === GROUP ? quiet : busy).logEvents(query) },
		random: () => 0,
		history: { ms: 900_000, lines: 100 },
	});
	tail.follow([first, other]);
	await vi.advanceTimersByTimeAsync(200);
	await tail.loadOlder();
	const oldestOf = (group: string) => held(tail).find((line) => line.source.group === group)?.timestamp ?? 0;
	expect(oldestOf('/ecs/proxy') - oldestOf(GROUP)).toBeLessThanOrEqual(100_000);
	await tail.loadOlder();
	await tail.loadOlder();
	expect(held(tail).filter((line) => line.source.group === '/ecs/proxy')).toHaveLength(3_000);
});

test('goes on with the others when a stream is deleted', async () => {
	const events = [
		...ticking(START - 5_000, START + 90_000, 100),
		...ticking(START - 5_000, START + 90_000, 100, second),
	];
	const { tail, pass } = tailOf({ events, deletedAt: { [second.stream]: START + 10_000 } });
	tail.follow([first, second]);
	await pass(80_000);
	expect(Date.now() - (held(tail).at(-1)?.timestamp ?? 0)).toBeLessThan(2_000);
	expect(held(tail).at(-1)?.source.stream).toBe(first.stream);
	expect(tail.getState().failures).toEqual({});
});

test('shows no lines from a service that was left while its older ones were on their way', async () => {
	const events = [...ticking(START - 3_000_000, START, 1_000), ...ticking(START - 3_600_000, START, 10_000, second)];
	const { tail, pass } = tailOf({ events, latency: 300 });
	tail.follow([first]);
	await pass(2_000);
	const older = tail.loadOlder();
	await pass(250);
	tail.follow([second]);
	await pass(2_000);
	await older;
	expect(held(tail).every(({ source: { stream } }) => stream === second.stream)).toBe(true);
	// Those of the last 15 minutes, as with every beginning.
	expect(held(tail)[0]?.timestamp).toBeGreaterThan(START - 900_000);
	expect(tail.getState().atBeginning).toBe(false);
});

test('says nothing of a beginning when the past could not be read', async () => {
	let broken = false;
	const { tail, pass } = tailOf({
		events: ticking(START - 3_600_000, START - 1_800_000, 1_000),
		fault: () => (broken ? 'throttled' : undefined),
	});
	tail.follow([first]);
	await pass(2_000);
	broken = true;
	await tail.loadOlder();
	expect(tail.getState().atBeginning).toBe(false);
	broken = false;
	await tail.loadOlder();
	expect(tail.getState().lines.length).toBe(1_000);
});
