import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followRealTime } from '../../src/drydock/real-time.ts';
import { MINUTE } from '../../src/drydock/world/clock.ts';
import { createWorld } from '../../src/drydock/world/world.ts';

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

const world = () => createWorld({ account: '111122223333', seed: 1, startAt: 1_000_000 });
const passed = ({ clock }: ReturnType<typeof world>) => clock.now - 1_000_000;

test('the world keeps up with the real clock, times its speed', () => {
	const shop = world();
	shop.clock.speed = 10;
	const stop = followRealTime(shop, Date.now);
	vi.advanceTimersByTime(2_000);
	expect(passed(shop)).toBe(20_000);
	stop();
	vi.advanceTimersByTime(2_000);
	expect(passed(shop)).toBe(20_000);
});

test('a paused world stands still, and does not catch up afterwards', () => {
	const shop = world();
	const stop = followRealTime(shop, Date.now);
	shop.clock.paused = true;
	vi.advanceTimersByTime(5_000);
	shop.clock.paused = false;
	vi.advanceTimersByTime(1_000);
	expect(passed(shop)).toBe(1_000);
	stop();
});

test('a computer that slept for hours moves the world by a minute', () => {
	const shop = world();
	let now = 0;
	const stop = followRealTime(shop, () => now);
	now = 8 * 60 * MINUTE;
	vi.advanceTimersByTime(100);
	expect(passed(shop)).toBe(MINUTE);
	stop();
});

test('a slow world moves by whole milliseconds and loses none', () => {
	const shop = world();
	shop.clock.speed = 0.004;
	const stop = followRealTime(shop, Date.now);
	vi.advanceTimersByTime(200);
	expect(passed(shop)).toBe(0);
	vi.advanceTimersByTime(800);
	expect(passed(shop)).toBe(4);
	stop();
});
