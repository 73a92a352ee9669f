/** The one door through which time comes into the store. Tests put a stepped clock behind it. */
export type Time = {
	/** Epoch ms. */
	now(): number;
	/** Calls back once after `delayMs`. */
	setTimeout(callback: () => void, delayMs: number): Timer;
	clearTimeout(timer: Timer): void;
};

/** What `setTimeout` gave, to be given back; nothing else is known about it. */
export type Timer = object | number;

/** Ms since a time; Infinity when the clock was set back behind it: what was read then must not pass for fresh. */
export function elapsed(now: number, since: number): number {
	return now < since ? Number.POSITIVE_INFINITY : now - since;
}

/** The machine's own clock. */
export const systemTime: Time = {
	now: () => Date.now(),
	setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
	clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};
