import type { Severity } from '../finding.ts';

/** Where a text of AWS's was found. */
export const MESSAGE_KINDS = [
	'service-event',
	'stopped-reason',
	'stop-code',
	'container-reason',
	'exit-code',
	'run-task-failure',
	'placement-failure-reason',
	'deployment-reason',
	'target-health',
	'scaling-activity',
	'healthcheck-output',
	'container-log',
	'api-error',
] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What the catalogue says of a text. */
export type Explanation = {
	/** `placement-port`; `unknown` for a text that nobody has seen. */
	readonly id: string;
	readonly severity: Severity;
	/** `No instance has the port free` */
	readonly title: string;
	/** The title to be used inside a sentence, without the names of things: `no instance has the port free`. */
	readonly short: string;
	/** Why it comes to that, in a sentence or two. */
	readonly cause: string;
	/** What to do, the best first. */
	readonly next: readonly string[];
	/** What was read out of the text: `{service, task, port, targetGroup, reason, image, secret …}`. */
	readonly fields: Fields;
};

export type Fields = Readonly<Record<string, string>>;
