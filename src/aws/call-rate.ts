const WINDOW_MS = 10_000;

/** How many requests go out, for the header: everything sent counts, repeats too. */
export type CallRate = { sent(): void; perSecond(): number };

/** Counts over the last ten seconds. @param clock `now()` in epoch ms. */
export function createCallRate(clock: { now(): number }): CallRate {
	let times: readonly number[] = [];
	const recent = () => {
		const now = clock.now();
		// What seems to be sent in times to come was sent before the clock was set back.
		return times.filter((time) => time > now - WINDOW_MS && time <= now);
	};
	return {
		sent() {
			times = [...recent(), clock.now()];
		},
		perSecond() {
			times = recent();
			return times.length / (WINDOW_MS / 1000);
		},
	};
}
