import type { Time } from '../../src/store/time.ts';

/** A clock that moves only when it is told to, and the timers behind it. */
export type SteppedTime = Time & {
	/** Moves on, runs what comes due in its order, and lets the promises in between settle. */
	step(ms: number): Promise<void>;
	readonly waiting: () => number;
};

export function steppedTime(start = Date.UTC(2026, 10, 20, 3)): SteppedTime {
	let now = start;
	let nextId = 0;
	const timers = new Map<number, { readonly due: number; readonly callback: () => void }>();
	const next = (until: number) =>
		[...timers].filter(([, { due }]) => due <= until).toSorted(([, a], [, b]) => a.due - b.due)[0];

	return {
		now: () => now,
		setTimeout(callback, delayMs) {
			nextId += 1;
			timers.set(nextId, { due: now + delayMs, callback });
			return nextId;
		},
		clearTimeout: (timer) => void timers.delete(timer as number),
		async step(ms) {
			const until = now + ms;
			await settle();
			for (let timer = next(until); timer; timer = next(until)) {
				timers.delete(timer[0]);
				now = Math.max(now, timer[1].due);
				timer[1].callback();
				await settle();
			}
			now = until;
		},
		waiting: () => timers.size,
	};
}

/** Lets promises that wait for nothing but each other come to their end: Node does all of that before the next turn. */
export function settle(): Promise<void> {
	return new Promise((resolve) => void setImmediate(resolve));
}
