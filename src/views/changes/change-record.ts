import type { Outcome } from '../../actions/outcome.ts';
import type { Plan } from '../../actions/plan.ts';
import type { Rollout } from '../../model/rollout.ts';

/** A change made since the console was opened. Times in epoch ms. */
export type ChangeRecord = {
	/** That of its lines in the audit log. */
	readonly id: string;
	readonly plan: Plan;
	readonly startedAt: number;
	/** What was heard of it, oldest first. */
	readonly steps: readonly { readonly at: number; readonly text: string }[];
	/** How far a deployment was when it was seen last. */
	readonly rollout: Rollout | undefined;
	/** Undefined while it is followed. */
	readonly outcome: Outcome | undefined;
	readonly endedAt: number | undefined;
	/** AWS took at least one of its calls, and there is a way back. */
	readonly canUndo: boolean;
	/** The change that took it back, by its id. */
	readonly undoneBy: string | undefined;
	readonly putBack: PutBack | undefined;
};

/** A change that was made for a while. */
export type PutBack = {
	readonly at: number;
	/** `left`: it was not put back, and why. */
	readonly state: 'waiting' | 'under way' | 'done' | 'left';
	readonly text: string;
};

/** Whether it is still to be put back, which happens only while this console runs. */
export function waitsToBePutBack({ putBack, undoneBy }: ChangeRecord): boolean {
	return putBack?.state === 'waiting' && undoneBy === undefined;
}

/** Whether there is something to look after: it is followed, or is to be put back, or was to be and was not. */
export function isOpen(change: ChangeRecord): boolean {
	return !change.outcome || waitsToBePutBack(change) || (change.putBack?.state === 'left' && !change.undoneBy);
}

/** `Desired count 4 → 6` */
export function differenceWords({ differences, title }: Plan): string {
	return differences.map(({ what, before, after }) => `${what} ${before} → ${after}`).join(', ') || title;
}
