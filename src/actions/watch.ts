import { AwsCallError } from '../aws/aws-call-error.ts';
import type { AwsFailure } from '../model/aws-failure.ts';
import type { Following, Outcome } from './outcome.ts';
import type { Step } from './step.ts';

/** How to tell whether something has come about. */
export type Watched<State, Far extends string | Step = string> = {
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
	readonly judge: (state: State) => Outcome | Far;
};

/** While nothing moves for so long (ms), it is looked so much more seldom. */
const STILL = 120_000;
const SELDOM = 3;

/** The longest wait between two looks that AWS throttles, ms. */
const LONGEST = 30_000;

/**
 * Looks again and again until it has ended, the time is up, or nobody wants to watch any more; a look that fails is
 * tried again, one that is throttled less and less often. Yields how far it is, when that changes.
 */
export async function* watch<State, Far extends string | Step = string>(
	{ every, made, next, look, lines, judge }: Watched<State, Far>,
	{ now, wait, signal, until }: Following,
): AsyncGenerator<string | Far, Outcome> {
	let said = '';
	let saidAt = now();
	let words = 'nothing was seen yet';
	let first = '';
	let throttled = 0;
	for (;;) {
		let failure: AwsFailure | undefined;
		let news: string | Far;
		try {
			const state = await look();
			yield* lines?.(state) ?? [];
			const judged = judge(state);
			if (isOutcome(judged)) return judged;
			news = judged;
			words = textOf(judged);
			first = typeof judged === 'string' || judged.next === undefined ? '' : `${judged.next}\n`;
			throttled = 0;
		} catch (error) {
			if (!(error instanceof AwsCallError)) throw error;
			failure = error.failure;
			if (failure.kind === 'throttled') throttled++;
			news = `cannot look (${failure.code}), trying again; before that: ${words}`;
		}
		if (textOf(news) !== said) {
			said = textOf(news);
			saidAt = now();
			yield news;
		}
		if (signal.aborted) return { state: 'left', text: `${made}; ${words} when it was left.` };
		if (now() >= until) return failure ? unseen(made, next, failure) : timeUp(made, `${first}${next}`, words);
		const pause = now() - saidAt >= STILL ? every * SELDOM : every;
		await wait(Math.min(pause * 2 ** throttled, Math.max(pause, LONGEST), until - now()));
	}
}

function unseen(made: string, next: string, { message, next: first }: AwsFailure): Outcome {
	const text = `${made}, but what became of it cannot be seen: ${message}`;
	return { state: 'unknown', text, next: `${first} Then ${next}` };
}

function timeUp(made: string, next: string, words: string): Outcome {
	return { state: 'timed-out', text: `${made}, but the time is up: ${words}.`, next };
}

function textOf(far: string | Step): string {
	return typeof far === 'string' ? far : far.text;
}

function isOutcome(judged: Outcome | string | Step): judged is Outcome {
	return typeof judged !== 'string' && 'state' in judged;
}
