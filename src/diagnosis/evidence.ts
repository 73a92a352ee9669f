import type { ServiceDeployment } from '../model/deployment-history.ts';
import type { TargetHealth } from '../model/load-balancing.ts';
import type { ServiceMetrics } from '../model/metrics.ts';
import type { ServiceScaling } from '../model/scaling.ts';
import type { Service } from '../model/service.ts';
import type { Task } from '../model/task.ts';

/** What is known about a service. What was not read is undefined, and nothing is concluded from that. */
export type Evidence = {
	readonly service: Service;
	/** Running and stopped ones, as far as they are known. */
	readonly tasks?: readonly Task[] | undefined;
	readonly targets?: readonly TargetHealth[] | undefined;
	readonly history?: readonly ServiceDeployment[] | undefined;
	/** Null when the service does not scale by itself. */
	readonly scaling?: ServiceScaling | null | undefined;
	readonly metrics?: ServiceMetrics | undefined;
};

/** What one rule found. */
export type Finding = {
	readonly reason: string;
	/** Epoch ms; left out where nothing shows when it began. */
	readonly since?: number;
	/** What is known of it reaches no further back than `since`: it may have begun before. */
	readonly mayBeOlder?: true;
};

/** When a finding began. */
export type Beginning = Pick<Finding, 'since' | 'mayBeOlder'>;

/** Looks for one thing. `now` is epoch ms. */
export type Rule = (evidence: Evidence, now: number) => Finding | undefined;

export const MINUTE = 60_000;

/** `{since}` or nothing, for a finding whose beginning may not be known. */
export function sinceOf(time: number | undefined): { readonly since?: number } {
	return time === undefined ? {} : { since: time };
}
