import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { event } from './log-fixtures.ts';
import { first, held, ids, lateTicking, second, START, tailOf, ticking, torrent } from './log-tail-fixtures.ts';

beforeEach(() => {
	vi.useFakeTimers({ now: START });
});
afterEach(() => {
	vi.useRealTimers();
});

test.each([40, 70, 90, 120])('keeps up where %i hundredths of a page are written a second', async (rate) => {
	const { tail, pass } = tailOf({ events: torrent(rate, 100), pageSize: 100, latency: 400 });
	tail.follow([first]);
	await pass(40_000);
	let worst = 0;
	for (let seconds = 0; seconds < 50; seconds++) {
		await pass(1_000);
		worst = Math.max(worst, Date.now() - (held(tail).at(-1)?.timestamp ?? 0));
	}
	expect(worst).toBeLessThan(8_000);
	expect(tail.getState().linesPerSecond).toBeGreaterThan(rate * 0.6);
	expect(tail.getState().linesPerSecond).toBeLessThan(rate * 1.4);
});

test('says how far it is behind while more lines come in than can be read, and not once it has caught up', async () => {
	const { tail, pass } = tailOf({ events: torrent(400, 20), pageSize: 100, latency: 400 });
	tail.follow([first]);
	expect(tail.getState().behindMs).toBe(0);
	await pass(20_000);
	const lag = Date.now() - (held(tail).at(-1)?.timestamp ?? 0);
	expect(lag).toBeGreaterThan(5_000);
	expect(Math.abs(tail.getState().behindMs - lag)).toBeLessThan(1_000);
	await pass(60_000);
	expect(tail.getState().behindMs).toBe(0);
	expect(held(tail).at(-1)?.eventId).toBe('007999');
});

test('takes up the streams of new tasks although it is behind', async () => {
	const events = [...torrent(400, 100), ...ticking(START + 10_000, START + 60_000, 1_000, second)];
	const { tail, pass } = tailOf({ events, pageSize: 100, latency: 400 });
	tail.follow([first]);
	await pass(20_000);
	tail.follow([first, second]);
	await pass(10_000);
	expect(held(tail).some(({ source: { stream } }) => stream === second.stream)).toBe(true);
});

test('takes 2,000 lines a second without loss, within half of the account quota of 5 calls a second', async () => {
	const events = ticking(START, START + 20_000, 1).flatMap((one) => [one, { ...one, eventId: `${one.eventId}b` }]);
	const { tail, aws, pass } = tailOf({ events, pageSize: 3_500 });
	tail.follow([first]);
	await pass(40_000);
	expect(tail.getState().lines.length).toBe(40_000);
	expect(new Set(ids(tail)).size).toBe(40_000);
	expect(aws.calls.length / 40).toBeLessThanOrEqual(2.5);
});

test('begins a reading anew when its token is not taken any more', async () => {
	const events = torrent(200, 20);
	const { tail, pass } = tailOf({
		events,
		pageSize: 100,
		latency: 100,
		fault: (call) => (call === 6 ? 'invalid' : undefined),
	});
	tail.follow([first]);
	await pass(120_000);
	expect(tail.getState().failures).toEqual({});
	expect(new Set(ids(tail)).size).toBe(4_000);
});

/** An event that a container with a wrong clock stamped with a time to come. */
const ahead = { ...event('ahead', START + 3_600_000, 0, second), ingestedAt: START };

test('shows lines soon that are all late, although one container is an hour ahead', async () => {
	const { tail, aws, pass } = tailOf({
		events: [ahead, ...lateTicking(START - 20_000, START + 90_000, 200, first, 8_000)],
	});
	tail.follow([first, second]);
	await pass(15_000);
	let worst = 0;
	for (let seconds = 0; seconds < 40; seconds++) {
		await pass(1_000);
		worst = Math.max(worst, Date.now() - (held(tail).at(-2)?.timestamp ?? 0));
	}
	expect(worst).toBeLessThan(10_000);
	expect(aws.calls.every(({ startTime }) => startTime <= Date.now())).toBe(true);
});

test('shows what a container is late with that was ahead before', async () => {
	const late = lateTicking(START + 20_000, START + 22_000, 500, second, 60_000);
	const { tail, pass } = tailOf({ events: [ahead, ...ticking(START - 1_000, START + 200_000, 100), ...late] });
	tail.follow([first, second]);
	await pass(100_000);
	expect(ids(tail).filter((id) => id.startsWith('late'))).toHaveLength(4);
});

test('shows lines soon that come in behind a page while the next ones are read', async () => {
	const late = lateTicking(START + 10_000, START + 50_000, 250, second, 4_500);
	const there = event('first', START - 1_000, 0, second);
	const { tail, pass } = tailOf({ events: [...torrent(100, 70), there, ...late], pageSize: 100, latency: 400 });
	tail.follow([first, second]);
	for (let seconds = 0; seconds < 60; seconds++) {
		await pass(1_000);
		const shown = new Set(ids(tail));
		const due = late.filter(({ ingestedAt }) => ingestedAt < Date.now() - 7_000);
		expect(due.filter(({ eventId }) => !shown.has(eventId))).toEqual([]);
	}
});
