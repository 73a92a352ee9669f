/** A call that took longer than it may. */
export class TimeLimitExceeded extends Error {
	override readonly name = 'TimeLimitExceeded';
	readonly limitMs: number;

	constructor(limitMs: number) {
		super(`No complete answer within ${limitMs / 1000} s.`);
		this.limitMs = limitMs;
	}
}

/**
 * Runs `work` with a time limit. Does not depend on the work's obedience: resolving credentials, for one, takes no
 * signal and may wait for ever.
 *
 * @throws {TimeLimitExceeded} after `limitMs`.
 * @throws {unknown} the signal's reason as soon as it aborts, else what `work` throws.
 */
export async function withinTime<T>(
	limitMs: number,
	signal: AbortSignal,
	work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	signal.throwIfAborted();
	const limit = new AbortController();
	const timer = setTimeout(() => limit.abort(new TimeLimitExceeded(limitMs)), limitMs);
	const ended = AbortSignal.any([signal, limit.signal]);
	const end = Promise.withResolvers<never>();
	const giveUp = () => end.reject(ended.reason);
	ended.addEventListener('abort', giveUp);
	try {
		return await Promise.race([end.promise, work(ended)]);
	} finally {
		clearTimeout(timer);
		// Whoever listens is kept for as long as the signal may abort, and the answer of the call with it.
		ended.removeEventListener('abort', giveUp);
	}
}
