import type { Rollout } from '../model/rollout.ts';

/** How far an action is: a line for people, and of a deployment the numbers behind it. */
export type Step = { readonly text: string; readonly rollout?: Rollout };
