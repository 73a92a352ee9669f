import type { Rollout } from '../model/rollout.ts';

/** How far an action is. */
export type Step = {
	/** A line. */
	readonly text: string;
	/** What somebody has to do for it to go on. */
	readonly next?: string;
	/** The numbers behind it, of a deployment. */
	readonly rollout?: Rollout;
};
