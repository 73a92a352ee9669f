import { familyRevision, revisionOf } from '../model/arn.ts';

/** `:43` of a task definition's ARN; its name where it has no number, `:?` where it has neither. */
export function colon(taskDefinition: string): string {
	const revision = revisionOf(taskDefinition);
	return Number.isNaN(revision) ? familyRevision(taskDefinition) || ':?' : `:${revision}`;
}
