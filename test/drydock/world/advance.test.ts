import { expect, test } from 'vitest';
import { advanceBy, advanceTo, after, every } from '../../../src/drydock/world/advance.ts';
import { createWorld } from '../../../src/drydock/world/world.ts';

const world = () => createWorld({ account: '111122223333', seed: 1, startAt: 1_000 });

test('an event sees the clock at its own time, and the clock ends where it was asked to', () => {
	const shop = world();
	const seen: number[] = [];
	after(shop, 500, ({ clock }) => seen.push(clock.now));
	after(shop, 200, (now) => after(now, 100, ({ clock }) => seen.push(clock.now)));
	advanceBy(shop, 2_000);
	expect(seen).toEqual([1_300, 1_500]);
	expect(shop.clock.now).toBe(3_000);
});

test('time never goes back', () => {
	const shop = world();
	advanceTo(shop, 500);
	expect(shop.clock.now).toBe(1_000);
});

test('a repeating event keeps its rhythm whatever the steps', () => {
	const shop = world();
	const seen: number[] = [];
	every(shop, 1_500, 1_000, ({ clock }) => seen.push(clock.now));
	advanceBy(shop, 900);
	advanceBy(shop, 2_000);
	expect(seen).toEqual([1_500, 2_500, 3_500]);
});
