import type { Evidence } from './evidence.ts';

/**
 * `critical`: users feel it, or a rollout is dead; `high`: a task or a deployment cannot get on; `warning`: degraded or
 * at risk; `info`: routine, worth a word.
 */
export type Severity = 'critical' | 'high' | 'warning' | 'info';

/** Most severe first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'warning', 'info'];

/** `high`: a decisive text and a configuration that fits; `medium`: one of them; `low`: only the time fits. */
export type Confidence = 'high' | 'medium' | 'low';

/** One thing that is wrong, or about to be, and what speaks for it. */
export type Finding = {
	/** Stable, of the catalogue or of a rule: `image-not-found`, `x-grace-too-short`. */
	readonly id: string;
	readonly severity: Severity;
	readonly confidence: Confidence;
	/** One sentence without a full stop that names the container, port, secret or revision: what a colleague would say. */
	readonly sentence: string;
	/** Whom it concerns; of a finding about one service, that one. */
	readonly serviceArns: readonly string[];
	/** When it began, epoch ms; left out where nothing tells. */
	readonly since?: number;
	/** What is known reaches no further back than `since`. */
	readonly mayBeOlder?: true;
	/** What it was told by, the most telling first. */
	readonly evidence: readonly EvidenceLine[];
	/** What it is not, and how that is known: `Not a crash: ECS stopped the tasks`. */
	readonly ruledOut: readonly string[];
	/** What to do, the best first. */
	readonly next: readonly NextStep[];
	/** Ids of findings of the same service that are only what this one leads to: they become lines of its evidence. */
	readonly explains?: readonly string[];
	/** It only says what is seen (`2 of 4 running`): a finding of the same severity that tells a cause stands before it. */
	readonly symptom?: true;
};

/** One thing that was seen. */
export type EvidenceLine = {
	readonly text: string;
	/** Where it was read: `ecs:DescribeTasks`. */
	readonly api: string;
	/** When it happened, epoch ms; left out of what is so and has no moment: a setting. */
	readonly at?: number;
	/** What opens when it is picked. */
	readonly place?: Place;
};

/** Somewhere in the console that shows a piece of evidence. */
export type Place =
	| { readonly kind: 'event'; readonly id: string }
	| { readonly kind: 'task'; readonly taskArn: string }
	| { readonly kind: 'target'; readonly targetGroupArn: string; readonly targetId: string; readonly port: number }
	| { readonly kind: 'metric'; readonly metric: 'cpu' | 'memory'; readonly at: number }
	| { readonly kind: 'log'; readonly taskArn: string; readonly at: number }
	| { readonly kind: 'deployments' }
	| { readonly kind: 'task-definition' }
	| { readonly kind: 'autoscaling' }
	| { readonly kind: 'service' };

/** A thing to do: words, and the key or the command that does it where there is one. */
export type NextStep = {
	/** `Roll back to :42` */
	readonly text: string;
	/** Id of a key binding: `act.rollback`. */
	readonly binding?: string;
	/** To be pasted into a shell: `deckwatch rollback checkout --to 42`. */
	readonly command?: string;
};

/** Looks for one thing in one service. Pure; `now` is epoch ms; what was not read proves nothing. */
export type Rule = (evidence: Evidence, now: number) => readonly Finding[];

/** Looks at the services of a cluster side by side. */
export type ClusterRule = (services: readonly Diagnosed[], now: number) => readonly Finding[];

/** A service with what was found in it alone. */
export type Diagnosed = { readonly evidence: Evidence; readonly findings: readonly Finding[] };
