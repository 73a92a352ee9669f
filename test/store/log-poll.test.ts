import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { first, held, ids, second, START, tailOf, ticking, torrent } from './log-tail-fixtures.ts';

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
