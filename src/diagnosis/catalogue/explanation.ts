import type { Severity } from '../finding.ts';

/** Where a text of AWS's was found. */
export type MessageKind =
	| 'service-event'
	| 'stopped-reason'
	| 'stop-code'
	| 'container-reason'
	| 'exit-code'
	| 'run-task-failure'
	| 'placement-failure-reason'
	| 'deployment-reason'
	| 'target-health'
	| 'scaling-activity'
	| 'healthcheck-output'
	| 'container-log'
	| 'api-error';

/** What the catalogue says of a text. */
export type Explanation = {
	/** `placement-port`; `unknown` for a text that nobody has seen. */
	readonly id: string;
	readonly severity: Severity;
	/** `No instance has the port free` */
	readonly title: string;
	/** Why it comes to that, in a sentence or two. */
	readonly cause: string;
	/** What to do, the best first. */
	readonly next: readonly string[];
	/** What was read out of the text: `{service, task, port, targetGroup, reason, image, secret …}`. */
	readonly fields: Readonly<Record<string, string>>;
};
