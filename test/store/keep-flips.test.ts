import { expect, test } from 'vitest';
import type { HealthFlip } from '../../src/model/health-flip.ts';
import { keepFlips } from '../../src/store/keep-flips.ts';

const HOUR = 60 * 60_000;

function aFlip(at: number, changes: { readonly before?: string; readonly serviceArn?: string } = {}): HealthFlip {
	return { kind: 'task', taskArn: 'a', serviceArn: 'checkout', at, after: 'HEALTHY', ...changes };
}

const before = 'UNHEALTHY';

test('flips are kept by service, the oldest first', () => {
	const first = keepFlips({}, [aFlip(1), aFlip(1, { serviceArn: 'search' })], 1);
	const second = keepFlips(first, [aFlip(2)], 2);
	expect(second['checkout']?.map(({ at }) => at)).toEqual([1, 2]);
	expect(second['search']).toBe(first['search']);
});

test('flips of more than six hours ago go, of other services too', () => {
	const old = keepFlips({}, [aFlip(0), aFlip(0, { serviceArn: 'search' }), aFlip(2 * HOUR)], 0);
	const now = keepFlips(old, [aFlip(7 * HOUR)], 7 * HOUR);
	expect(Object.keys(now)).toEqual(['checkout']);
	expect(now['checkout']?.map(({ at }) => at)).toEqual([2 * HOUR, 7 * HOUR]);
});

test('of more than five hundred the first sights go before the flips', () => {
	const sights = Array.from({ length: 400 }, (_, at) => aFlip(at));
	const flips = Array.from({ length: 300 }, (_, at) => aFlip(400 + at, { before }));
	const kept = keepFlips({ checkout: sights }, flips, 700)['checkout'] ?? [];
	expect(kept).toHaveLength(500);
	expect(kept.filter((flip) => flip.before === before)).toHaveLength(300);
	const more = keepFlips({ checkout: kept }, flips, 700)['checkout'] ?? [];
	expect(more).toHaveLength(500);
	expect(more.every((flip) => flip.before === before)).toBe(true);
});
