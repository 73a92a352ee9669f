import type { Hands } from '../actions/hands.ts';
import type { Time } from '../store/time.ts';

/** What it takes to change something over a connection. */
export type Acting = Pick<Hands, 'aws' | 'audit'> & { readonly time: Time };

/** Resolves after `ms`, or at once when the signal aborts. */
export function waitWith(time: Time, signal: AbortSignal): (ms: number) => Promise<void> {
	return (ms) =>
		new Promise((resolve) => {
			if (signal.aborted) return resolve();
			const timer = time.setTimeout(done, ms);
			function done(): void {
				time.clearTimeout(timer);
				signal.removeEventListener('abort', done);
				resolve();
			}
			signal.addEventListener('abort', done, { once: true });
		});
}
