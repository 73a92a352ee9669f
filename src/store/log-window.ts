/** How far every poll reads back over what it has read, ms: lines reach CloudWatch seconds late and out of order. */
const OVERLAP = 5_000;

/** Now and then a poll reads further back, for the stragglers. */
const SWEEP = { longest: 30_000, lines: 20_000 };

/** Ms between two sweeps. */
export const SWEEP_EVERY = 15_000;

/**
 * Ms to read again before the newest line that was seen. A sweep is shorter where many lines come, so that it stays a
 * few pages: a page has 1 MB or 10,000 events (CloudWatch Logs API reference, FilterLogEvents). The overlap is not:
 * what it leaves out is lost.
 */
export function readAgain(kind: 'overlap' | 'sweep', linesPerSecond: number): number {
	if (kind === 'overlap') return OVERLAP;
	return Math.max(OVERLAP, Math.min(SWEEP.longest, (SWEEP.lines * 1000) / Math.max(1, linesPerSecond)));
}

/**
 * Ms from the end of a poll to the next one. FilterLogEvents has 5 calls a second for the whole account and region
 * (CloudWatch Logs quotas): one call a second does, and a torrent takes half of it, or its lines would fall behind.
 */
export function pollPause(pages: number): number {
	return Math.max(1_000, pages * 400);
}
