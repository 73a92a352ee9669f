import type { Change } from '../aws/changes/change.ts';
import type { AwsFailure } from '../model/aws-failure.ts';
import type { Subject } from './subject.ts';

/** One thing that will be another: `Desired count`, `4`, `6`. */
export type Difference = { readonly what: string; readonly before: string; readonly after: string };

/** A sentence about what will follow: `good` is a check that passed, `unknown` one that could not be made. */
export type Remark = { readonly level: 'good' | 'info' | 'warning' | 'unknown'; readonly text: string };

/**
 * A change that is thought through and not yet made: before and after, what follows from it, and the calls, exactly as
 * they will be sent.
 */
export type Plan<Input = unknown> = {
	/** That of the action: `scale`. */
	readonly verb: string;
	/** `Scale checkout` */
	readonly title: string;
	readonly subject: Subject;
	/** What was asked for, to plan it again when the state has moved. */
	readonly input: Input;
	readonly differences: readonly Difference[];
	readonly remarks: readonly Remark[];
	/** In the order in which they are sent; each only after the one before it was taken. */
	readonly changes: readonly Change[];
	/** What the plan stands on, in words that are compared: another text means that the plan no longer holds. */
	readonly basis: string;
	/** What to ask for to have it as it was; undefined when there is no way back. */
	readonly undo?: Input;
};

/** Why there is nothing to carry out, and what to do instead. */
export type Refusal = {
	readonly refused: string;
	readonly instead: string;
	/** It is as it was asked for: no mistake, and nothing to do. */
	readonly already?: true;
	/** What AWS said, where a plan would have needed to know. */
	readonly failure?: AwsFailure;
};

/** Whether there is nothing to carry out. */
export function isRefusal(planned: object): planned is Refusal {
	return 'refused' in planned;
}
