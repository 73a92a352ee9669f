import type { Aws } from '../aws/aws.ts';
import type { AwsFailure } from '../model/aws-failure.ts';

/** How an action ended. `unknown`: AWS may have taken a change or not, and could not be asked. */
export type Outcome = {
	readonly state: 'done' | 'failed' | 'unknown' | 'timed-out' | 'left';
	/** What is so now, in true sentences; lines. */
	readonly text: string;
	/** What to do about it. */
	readonly next?: string;
	/** `ecs-svc/…` of a deployment that will not come to an end by itself, or takes too long. */
	readonly stuck?: string;
	/** ECS calls that deployment successful: it is its tasks that do not stay up. */
	readonly calledDone?: true;
	/** What AWS said, when it was AWS that ended it. */
	readonly failure?: AwsFailure;
};

/** What it takes to watch something come about. */
export type Following = {
	readonly aws: Aws;
	/** Epoch ms. */
	now(): number;
	/** Resolves after `ms`, or at once when the signal aborts. */
	wait(ms: number): Promise<void>;
	/** Aborted when nobody wants to watch any more; what was sent goes on in AWS. */
	readonly signal: AbortSignal;
	/** Epoch ms after which it is not waited for any longer. */
	readonly until: number;
};
