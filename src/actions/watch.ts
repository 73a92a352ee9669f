import { AwsCallError } from '../aws/aws-call-error.ts';
import type { AwsFailure } from '../model/aws-failure.ts';
import type { Following, Outcome } from './outcome.ts';

/** How to tell whether something has come about. */
export type Watched<State> = {
	/** Ms between two looks. */
	readonly every: number;
	/** What is so already, as the beginning of a sentence: `The desired count of checkout is 6`. */
	readonly made: string;
	/** What to do when the time is up. */
	readonly next: string;
	/** @throws {AwsCallError} */
	readonly look: () => Promise<State>;
	/** What is told of a look as it is, before its end or how far it is. */
	readonly lines?: (state: State) => readonly string[];
	/** The end, or how far it is. */
	readonly judge: (state: State) => Outcome | string;
};

/**
 * Looks again and again until it has ended, the time is up, or nobody wants to watch any more; a look that fails is
 * tried again. Yields how far it is, when that changes.
 */
export async function* watch<State>(
	{ every, made, next, look, lines, judge }: Watched<State>,
	{ now, wait, signal, until }: Following,
): AsyncGenerator<string, Outcome> {
	let said = '';
	let words = 'nothing was seen yet';
	for (;;) {
		let failure: AwsFailure | undefined;
		try {
			const state = await look();
			yield* lines?.(state) ?? [];
			const judged = judge(state);
			if (typeof judged !== 'string') return judged;
			words = judged;
		} catch (error) {
			if (!(error instanceof AwsCallError)) throw error;
			failure = error.failure;
		}
		const news = failure ? `cannot look (${failure.code}), trying again; before that: ${words}` : words;
		if (news !== said) yield (said = news);
		if (signal.aborted) return { state: 'left', text: `${made}; ${words} when it was left.` };
		if (now() >= until) {
			return failure
				? {
						state: 'unknown',
						text: `${made}, but what became of it cannot be seen: ${failure.message}`,
						next: failure.next,
					}
				: { state: 'timed-out', text: `${made}, but the time is up: ${words}.`, next };
		}
		await wait(every);
	}
}
