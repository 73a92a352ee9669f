import type { TrackingConfiguration } from '../../model/scaling.ts';

/** What autoscaling should be like; what is left out stays as it is. */
export type TargetInput = {
	/** Percent of what is reserved; null deletes the policy. */
	readonly cpu?: number | null;
	readonly memory?: number | null;
	/** Requests that each target gets in a minute. */
	readonly requests?: number | null;
	/** Tasks. */
	readonly min?: number;
	readonly max?: number;
	/** Whether policies may take tasks away. */
	readonly scaleIn?: boolean;
	/** Whether policies may add tasks. */
	readonly scaleOut?: boolean;
	/** Whether scheduled actions may move the bounds. */
	readonly scheduled?: boolean;
	/** Seconds; of the policies that get a target here, else of all that track CPU, memory or requests. */
	readonly scaleInCooldown?: number;
	readonly scaleOutCooldown?: number;
	/** Whether these policies only ever add tasks. */
	readonly disableScaleIn?: boolean;
	/** To have it as it was: whole policies by name, null for one that was not there. */
	readonly policies?: Readonly<Record<string, TrackingConfiguration | null>>;
	/** To have it as it was: the service was not registered with Application Auto Scaling. */
	readonly registered?: false;
};
