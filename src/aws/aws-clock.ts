/** What AWS's answers tell of its clock, beside this machine's. */
export type AwsClock = {
	/** An answer to what was sent then (epoch ms) says that it was made at `date` (HTTP's `Date`). */
	heard(date: string | undefined, sentAt: number): void;
	/** How far AWS's clock is ahead of this machine's, ms; 0 where they agree, or until an answer has come. */
	ahead(): number;
};

/** `Date` has whole seconds, and an answer is under way for a while: what differs by less (ms) agrees. */
const INACCURACY = 2_000;

/** An answer that took longer (ms) tells little: this machine may have slept meanwhile. */
const LONGEST_ANSWER = 10_000;

/** @param clock `now()` in epoch ms. */
export function createAwsClock(clock: { now(): number }): AwsClock {
	let ahead = 0;
	return {
		heard(date, sentAt) {
			const now = clock.now();
			const made = Date.parse(date ?? '');
			if (Number.isNaN(made) || now < sentAt || now - sentAt > LONGEST_ANSWER) return;
			const measured = made + 500 - now;
			if (Math.abs(measured) < INACCURACY) ahead = 0;
			else if (Math.abs(measured - ahead) >= INACCURACY) ahead = measured;
		},
		ahead: () => ahead,
	};
}
