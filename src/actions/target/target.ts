import type { Action } from '../action.ts';
import { followTarget } from './follow-target.ts';
import { planTarget } from './plan-target.ts';
import { shows } from './shows.ts';
import type { TargetInput } from './target-input.ts';
import { readTargetSnapshot, type TargetSnapshot } from './target-snapshot.ts';

/** Another autoscaling: targets, bounds, cooldowns, and what is switched off. */
export const target: Action<TargetSnapshot, TargetInput> = {
	verb: 'target',
	read: readTargetSnapshot,
	plan: planTarget,
	recover: (change, _before, { scaling }) => (shows(change, scaling) ? {} : undefined),
	follow: followTarget,
};
