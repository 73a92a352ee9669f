import type { Aws } from '../aws/aws.ts';
import type { Change, ChangeAnswer } from '../aws/changes/change.ts';
import type { Following, Outcome } from './outcome.ts';
import type { Plan, Refusal } from './plan.ts';
import type { Step } from './step.ts';
import type { Subject } from './subject.ts';

/** One verb: what it has to know, how it plans, and when it is done. */
export type Action<Snapshot, Input> = {
	readonly verb: string;
	/**
	 * Reads what a plan is made from. What may be missing (no permission) is a `Look` that failed.
	 * @throws {AwsCallError} when the service itself cannot be read
	 */
	read(aws: Aws, subject: Subject, input: Input, signal?: AbortSignal): Promise<Snapshot>;
	/** Pure. */
	plan(snapshot: Snapshot, input: Input): Plan<Input> | Refusal;
	/**
	 * What a change brought whose answer was lost, judged by what was read before and after it; undefined: it was not made.
	 * @throws {AwsCallError} when what would tell could not be read
	 */
	recover(change: Change, before: Snapshot, after: Snapshot): ChangeAnswer | undefined;
	/**
	 * Watches until what was planned has come about, or cannot any more. The answers are those of the plan's changes, `before`
	 * is what was read before the first of them.
	 */
	follow(
		plan: Plan<Input>,
		following: Following,
		answers: readonly ChangeAnswer[],
		before: Snapshot,
	): AsyncGenerator<string | Step, Outcome>;
};
