/** What was known of a health in a stretch of time: a failure if there was one, else whether it was well. */
export type LaneCell = 'failing' | 'well' | 'unknown' | 'nothing';

/** A health from a moment on. */
export type Turn = { readonly at: number; readonly after: string };

const WELL = new Set(['HEALTHY', 'healthy', 'OK']);
const FAILING = new Set(['UNHEALTHY', 'unhealthy', 'unhealthy.draining', 'ALARM']);

/** The most telling first. */
const ORDER: readonly LaneCell[] = ['failing', 'well', 'unknown', 'nothing'];

/**
 * A stretch of time in cells of equal length, the present last. `turns` is oldest first; before the first of them nothing
 * is known.
 * @param range epoch ms
 */
export function lane(
	turns: readonly Turn[],
	{ from, to }: { readonly from: number; readonly to: number },
	cells: number,
): readonly LaneCell[] {
	const length = (to - from) / cells;
	return Array.from({ length: cells }, (_, index) => {
		const begin = from + index * length;
		const end = index === cells - 1 ? Number.POSITIVE_INFINITY : begin + length;
		const before = turns.findLast(({ at }) => at <= begin);
		const within = turns.filter(({ at }) => at > begin && at < end);
		const states = [...(before ? [before] : []), ...within].map(({ after }) => cellOf(after));
		return ORDER.find((cell) => states.includes(cell)) ?? 'nothing';
	});
}

function cellOf(health: string): LaneCell {
	if (WELL.has(health)) return 'well';
	return FAILING.has(health) ? 'failing' : 'unknown';
}
