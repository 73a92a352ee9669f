import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { compareLines } from '../../src/model/log-line.ts';
import { createLogTail } from '../../src/store/create-log-tail.ts';
import { failing } from './fake-aws.ts';
import { fakeLogGroup } from './fake-log-group.ts';
import { event, GROUP, source } from './log-fixtures.ts';
import { first, held, ids, second, START, tailOf, ticking } from './log-tail-fixtures.ts';

beforeEach(() => {
	vi.useFakeTimers({ now: START });
});
afterEach(() => {
	vi.useRealTimers();
});

describe('the log tail', () => {
	test('asks for nothing before it is told what to follow', async () => {
		const { aws, pass } = tailOf({ events: ticking(START - 1_000, START, 100) });
		await pass(5_000);
		expect(aws.calls).toEqual([]);
	});

	test('begins with the newest lines and goes on with what comes', async () => {
		const { tail, pass } = tailOf(
			{ events: ticking(START - 60_000, START + 60_000, 10) },
			{
				history: { ms: 900_000, lines: 50 },
			},
		);
		tail.follow([first]);
		await pass(200);
		expect(held(tail)[0]?.timestamp).toBeGreaterThan(START - 10_000);
		expect(held(tail).at(-1)?.timestamp).toBeGreaterThan(START);
		await pass(10_000);
		expect(ids(tail).length).toBeGreaterThanOrEqual(50 + 900);
		expect(tail.getState().linesPerSecond).toBeCloseTo(100, -1);
		expect(tail.getState().readAt).toBeGreaterThan(START + 8_000);
	});

	test('does the same on servers that know no newest-first order', async () => {
		const { tail, pass } = tailOf(
			{ events: ticking(START - 60_000, START + 60_000, 10), onlyOldestFirst: true, pageSize: 200 },
			{ history: { ms: 900_000, lines: 50 } },
		);
		tail.follow([first]);
		await pass(10_000);
		expect(ids(tail).length).toBeGreaterThanOrEqual(50 + 900);
		expect(held(tail)[0]?.timestamp).toBeGreaterThan(START - 10_000);
	});

	test('polls a group no more than once a second', async () => {
		const { tail, aws, pass } = tailOf({ events: ticking(START - 1_000, START + 60_000, 100) });
		tail.follow([first]);
		await pass(30_000);
		expect(aws.calls.length).toBeGreaterThan(25);
		expect(aws.calls.length).toBeLessThanOrEqual(33);
	});

	test('reads the past of a stream that joins later, and drops the lines of one that leaves', async () => {
		const events = [
			...ticking(START - 5_000, START + 60_000, 100, first),
			...ticking(START + 1_000, START + 60_000, 100, second),
		];
		const { tail, pass } = tailOf({ events });
		tail.follow([first]);
		await pass(20_000);
		tail.follow([first, second]);
		await pass(2_000);
		const joined = held(tail).filter((line) => line.source === second || line.source.stream === second.stream);
		expect(joined[0]?.timestamp).toBe(START + 1_000);
		tail.follow([second]);
		expect(held(tail).every((line) => line.source.stream === second.stream)).toBe(true);
		expect(held(tail).length).toBe(joined.length);
	});

	test('is delayed by throttling, says so, and loses nothing', async () => {
		const events = ticking(START - 1_000, START + 40_000, 50);
		const { tail, pass } = tailOf({
			events,
			pageSize: 7,
			fault: (call) => (call > 5 && call < 12 ? 'throttled' : undefined),
		});
		tail.follow([first]);
		await pass(5_000);
		expect(Object.values(tail.getState().failures)[0]).toMatchObject({ kind: 'throttled', since: START + 120 });
		await pass(200_000);
		expect(tail.getState().failures).toEqual({});
		expect(ids(tail)).toEqual(events.map(({ eventId }) => eventId));
	});

	test('keeps groups of one name in two regions apart', async () => {
		const abroad = { ...second, region: 'us-east-1' };
		const here = fakeLogGroup({ events: ticking(START - 1_000, START + 60_000, 500) });
		const tail = createLogTail({
			aws: {
				logEvents: (query) =>
					query.region === abroad.region ? Promise.reject(failing('denied')) : here.logEvents(query),
			},
			random: () => 0,
		});
		tail.follow([first, abroad]);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(Object.values(tail.getState().failures)).toMatchObject([
			{ kind: 'denied', region: 'us-east-1', group: GROUP, since: START + 120 },
		]);
		expect(held(tail).length).toBeGreaterThan(15);
		tail.follow([first]);
		expect(tail.getState().failures).toEqual({});
	});

	test('says what is wrong with itself and goes on, instead of ending the console', async () => {
		const group = fakeLogGroup({ events: ticking(START - 1_000, START + 20_000, 500) });
		let broken = true;
		const tail = createLogTail({
			aws: { logEvents: (query) => (broken ? Promise.reject(new TypeError('no map')) : group.logEvents(query)) },
			random: () => 0,
		});
		tail.follow([first]);
		await vi.advanceTimersByTimeAsync(3_000);
		expect(Object.values(tail.getState().failures)).toMatchObject([{ service: 'deckwatch', message: 'no map' }]);
		broken = false;
		await vi.advanceTimersByTimeAsync(10_000);
		expect(tail.getState().failures).toEqual({});
		expect(held(tail).length).toBeGreaterThan(15);
	});

	test('gives each line out once, for who writes them on', async () => {
		const given: string[] = [];
		const events = ticking(START - 600_000, START + 10_000, 500);
		const { tail, pass } = tailOf(
			{ events, pageSize: 100 },
			{
				history: { ms: 900_000, lines: Number.POSITIVE_INFINITY },
				onLines: (lines) => given.push(...lines.map(({ eventId }) => eventId)),
			},
		);
		tail.follow([first]);
		await pass(30_000);
		expect(given).toEqual(events.map(({ eventId }) => eventId));
	});

	test('rests when nobody has listened for a while, and begins anew with the next who does', async () => {
		const events = ticking(START - 1_000, START + 200_000, 100);
		const { tail, aws, pass } = tailOf({ events });
		const leave = tail.subscribe(() => undefined);
		tail.follow([first]);
		await pass(5_000);
		leave();
		await pass(10_000);
		expect(held(tail).at(-1)?.timestamp).toBeGreaterThan(START + 13_000);
		await pass(30_000);
		const before = aws.calls.length;
		await pass(30_000);
		expect(aws.calls.length).toBe(before);
		tail.subscribe(() => undefined);
		await pass(5_000);
		expect(held(tail).at(-1)?.timestamp).toBeGreaterThan(START + 77_000);
	});

	test('goes on for who comes back soon', async () => {
		const { tail, aws, pass } = tailOf({ events: ticking(START - 1_000, START + 200_000, 100) });
		const leave = tail.subscribe(() => undefined);
		tail.follow([first]);
		await pass(5_000);
		leave();
		await pass(10_000);
		tail.subscribe(() => undefined);
		await pass(60_000);
		expect(ids(tail).length).toBeGreaterThan(740);
		expect(aws.calls.filter(({ newestFirst, endTime }) => newestFirst && endTime === undefined)).toHaveLength(1);
	});

	test('stops asking when it is stopped', async () => {
		const { tail, aws, pass } = tailOf({ events: ticking(START - 1_000, START + 60_000, 100) });
		tail.follow([first]);
		await pass(3_000);
		tail.stop();
		const before = aws.calls.length;
		await pass(10_000);
		expect(aws.calls.length).toBe(before);
	});

	test('holds every event once and in order: late ones, small pages, throttling, streams that come and go', async () => {
		const streams = [first, second, source('77aa10')];
		const someEvent = fc.record({
			stream: fc.nat(2),
			at: fc.integer({ min: -20_000, max: 40_000 }),
			// Below zero: a container whose clock is ahead.
			late: fc.oneof(fc.constant(0), fc.nat(10_000), fc.nat(300_000), fc.integer({ min: -60_000, max: 0 })),
		});
		const world = fc.record({
			events: fc.array(someEvent, { minLength: 1, maxLength: 120 }),
			pageSize: fc.integer({ min: 7, max: 40 }),
			latency: fc.nat(400),
			faults: fc.array(fc.nat(60), { maxLength: 8 }),
			joinAt: fc.nat(30_000),
		});
		await fc.assert(
			fc.asyncProperty(world, async ({ events: written, pageSize, latency, faults, joinAt }) => {
				vi.setSystemTime(START);
				const events = written.map(({ stream, at, late }, index) =>
					event(String(index).padStart(4, '0'), START + at, late, streams[stream]),
				);
				const { tail, pass } = tailOf({
					events,
					pageSize,
					latency,
					fault: (call) => (faults.includes(call) ? 'throttled' : undefined),
				});
				tail.follow(streams.slice(0, 2));
				await pass(joinAt);
				tail.follow(streams);
				await pass(450_000);
				const lines = held(tail);
				tail.stop();
				expect(lines.map(({ eventId }) => eventId).toSorted()).toEqual(events.map(({ eventId }) => eventId));
				expect(lines.toSorted(compareLines)).toEqual(lines);
			}),
			{ numRuns: 60 },
		);
	});
});
