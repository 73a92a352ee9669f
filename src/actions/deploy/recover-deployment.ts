import type { Change, ChangeAnswer } from '../../aws/changes/change.ts';
import { registration } from '../../model/editable-task-definition.ts';
import { documentChanges } from '../../model/task-definition-diff.ts';
import { cannotTell } from '../cannot-tell.ts';
import { sure } from '../look.ts';
import type { DeploySnapshot } from './deploy-snapshot.ts';

/**
 * The revision that a lost RegisterTaskDefinition has made: the newest, of the same content.
 * @throws {AwsCallError} when the newest could not be read, or is another new one: ours may lie below it
 */
export function recoverRevision(
	{ name, input }: Extract<Change, { readonly name: 'ecs:RegisterTaskDefinition' }>,
	before: DeploySnapshot,
	after: DeploySnapshot,
): ChangeAnswer | undefined {
	const { document } = sure(after.newest);
	const arn = document['taskDefinitionArn'];
	if (arn === sure(before.newest).document['taskDefinitionArn']) return undefined;
	const { tags: _, ...asked } = input;
	if (documentChanges(asked, registration({ document, tags: [] })).length > 0) throw cannotTell(name);
	return { taskDefinitionArn: String(arn) };
}

/**
 * The deployment that a lost UpdateService has started: one that was not there before, of the revision that was asked for.
 * @throws {AwsCallError} when only others are new: one that was started on top of ours may have left nothing of it
 */
export function recoverDeployment(
	{ name, input }: Extract<Change, { readonly name: 'ecs:UpdateService' }>,
	{ service: old }: DeploySnapshot,
	{ service }: DeploySnapshot,
): ChangeAnswer | undefined {
	const wanted = input.taskDefinition ?? old.taskDefinition;
	const started = service.deployments.filter(({ id }) => !old.deployments.some((known) => known.id === id));
	const ours = started.find(({ taskDefinition }) => taskDefinition === wanted);
	if (ours) return { deploymentId: ours.id };
	if (started.length > 0) throw cannotTell(name);
	return undefined;
}
