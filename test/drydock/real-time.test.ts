import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followRealTime } from '../../src/drydock/real-time.ts';
import { after, every } from '../../src/drydock/world/advance.ts';
import { MINUTE, SECOND } from '../../src/drydock/world/clock.ts';
import { createWorld } from '../../src/drydock/world/world.ts';

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

const follow = (shop: ReturnType<typeof world>, now = Date.now) =>
	followRealTime(shop, now, (defect) => {
		throw new Error(defect);
	});
const world = () => createWorld({ account: '111122223333', seed: 1, startAt: 1_000_000 });
const passed = ({ clock }: ReturnType<typeof world>) => clock.now - 1_000_000;

test('the world keeps up with the real clock, times its speed', () => {
	const shop = world();
	shop.clock.speed = 10;
	const stop = follow(shop);
	vi.advanceTimersByTime(2_000);
	expect(passed(shop)).toBe(20_000);
	stop();
	vi.advanceTimersByTime(2_000);
	expect(passed(shop)).toBe(20_000);
});

test('a paused world stands still, and does not catch up afterwards', () => {
	const shop = world();
	const stop = follow(shop);
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
	const stop = follow(shop, () => now);
	now = 8 * 60 * MINUTE;
	vi.advanceTimersByTime(100);
	expect(passed(shop)).toBe(MINUTE);
	stop();
});

test('a slow world moves by whole milliseconds and loses none', () => {
	const shop = world();
	shop.clock.speed = 0.004;
	const stop = follow(shop);
	vi.advanceTimersByTime(200);
	expect(passed(shop)).toBe(0);
	vi.advanceTimersByTime(800);
	expect(passed(shop)).toBe(4);
	stop();
});

test('an event that fails is reported, and the world goes on', () => {
	const shop = world();
	const defects: string[] = [];
	const seen: number[] = [];
	every(shop, 1_001_000, SECOND, ({ clock }) => {
		seen.push(clock.now);
		throw new RangeError('no such time zone');
	});
	after(shop, 1_000, ({ clock }) => seen.push(clock.now));
	const stop = followRealTime(shop, Date.now, (defect) => defects.push(defect));
	vi.advanceTimersByTime(2_000);
	expect(passed(shop)).toBe(2_000);
	expect(seen).toEqual([1_001_000, 1_001_000, 1_002_000]);
	expect(defects).toEqual([expect.stringContaining('no such time zone'), expect.stringContaining('no such time zone')]);
	stop();
});
