import type { Change } from '../aws/changes/change.ts';
import type { recordable } from './change-text.ts';
import type { Difference } from './plan.ts';
import type { Outcome } from './outcome.ts';
import type { Sent } from './sent.ts';
import type { Subject } from './subject.ts';

/** One line of the audit log. */
export type AuditEntry = Subject & {
	/** ISO 8601, UTC. */
	readonly time: string;
	/** The same for all lines of one action. */
	readonly id: string;
	/** ARN of who did it; undefined when it could not be asked. */
	readonly identity: string | undefined;
	readonly verb: string;
} & AuditEvent;

/** `sending` is written before a call leaves, so that a crash in between leaves a trace. */
export type AuditEvent =
	| { readonly event: 'planned'; readonly differences: readonly Difference[] }
	/** Values that may be secrets are left out. */
	| { readonly event: 'sending'; readonly change: ReturnType<typeof recordable> }
	| ({ readonly event: 'answered'; readonly change: Change['name'] } & Sent)
	| { readonly event: 'ended'; readonly outcome: Outcome };

/**
 * Where the audit log is kept.
 * @throws {Error} when a line cannot be written for good: nothing may be sent then
 */
export type AuditLog = { append(entry: AuditEntry): Promise<void> };
