import type { Picture } from './picture.ts';

/** Ms: the selected service is read every two seconds, what else is on screen every five. */
const OLD = { selected: 15_000, 'on screen': 30_000 };

/** The age, in ms, from which on a reading is no longer the present: later than two of them take at the pace asked for. */
export function oldAfter(what: keyof typeof OLD, { refreshMs }: Pick<Picture, 'refreshMs'>): number {
	return Math.max(OLD[what], 2 * refreshMs);
}
