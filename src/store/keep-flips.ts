import type { HealthFlip } from '../model/health-flip.ts';
import type { Table } from './picture.ts';

/** Of one service. Our own bounds: the hours of one night, and what a lane of a few pixels can show. */
const MOST = 500;
const KEPT_FOR = 6 * 60 * 60_000;

/** Adds flips to those of their services, oldest first, and lets the oldest go. First sights go before real flips do. */
export function keepFlips(
	known: Table<readonly HealthFlip[]>,
	flips: readonly HealthFlip[],
	now: number,
): Table<readonly HealthFlip[]> {
	const added = Map.groupBy(flips, ({ serviceArn }) => serviceArn);
	const services = new Set([...Object.keys(known), ...added.keys()]);
	return Object.fromEntries(
		[...services].flatMap((serviceArn) => {
			const before = known[serviceArn] ?? [];
			const mine = added.get(serviceArn) ?? [];
			const young = recent(before, now);
			const kept = mine.length === 0 ? young : fewer([...young, ...mine]);
			return kept.length === 0 ? [] : [[serviceArn, kept] as const];
		}),
	);
}

function recent(flips: readonly HealthFlip[], now: number): readonly HealthFlip[] {
	const [oldest] = flips;
	return oldest && now - oldest.at > KEPT_FOR ? flips.filter(({ at }) => now - at <= KEPT_FOR) : flips;
}

function fewer(flips: readonly HealthFlip[]): readonly HealthFlip[] {
	let over = flips.length - MOST;
	if (over <= 0) return flips;
	const real = flips.filter(({ before }) => before !== undefined || over-- <= 0);
	return real.slice(-MOST);
}
