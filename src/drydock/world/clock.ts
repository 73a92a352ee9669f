/**
 * The world's time. `now` moves only when events are run (`advance.ts`); nothing in the model reads the wall clock.
 * `speed` and `paused` are wishes for whoever drives the world from real time (`../real-time.ts`).
 */
export type Clock = {
	/** Epoch ms, whole: every time in the world is taken from here. */
	now: number;
	/** World seconds per real second. */
	speed: number;
	paused: boolean;
};

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
