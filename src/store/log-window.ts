/**
 * Lines reach CloudWatch late and out of order. What was written so long (ms) before a poll is taken to be complete;
 * what comes later than that is found by the sweeps.
 */
export const OVERLAP = 5_000;

/** Now and then the last 30 s are read again, and what silent streams may have been late with; now and then more. */
export const SWEEP = { every: 15_000, back: 30_000 };

/** How far back a late line is found at all, ms. */
export const DEEP_SWEEP = { every: 60_000, back: 10 * 60_000 };

/** Pages for each query of a sweep, newest first: in a torrent it reaches less far back. */
export const SWEEP_PAGES = 20;

/** Pages after which a poll that is behind looks up: new streams must not wait for it to catch up. */
export const TURN_PAGES = 10;

/**
 * Ms from the end of a poll that took so long (ms) to the next one. FilterLogEvents has 5 calls a second for the whole
 * account and region (CloudWatch Logs quotas): one call a second does, and a torrent takes half of it, or its lines
 * would fall behind.
 */
export function pollPause(pages: number, took: number): number {
	return Math.max(0, Math.max(1_000, pages * 400) - took);
}
