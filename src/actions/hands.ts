import type { Aws, AwsChanges } from '../aws/aws.ts';
import type { AuditLog } from './audit.ts';
import type { Following } from './outcome.ts';

/** What it takes to make a change. */
export type Hands = Omit<Following, 'aws'> & {
	readonly aws: Aws & AwsChanges;
	readonly audit: AuditLog;
	/** Names this action in the audit log. */
	readonly id: string;
};
