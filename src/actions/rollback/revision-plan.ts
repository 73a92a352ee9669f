import { REGISTERED } from '../../aws/changes/change.ts';
import { familyRevision } from '../../model/arn.ts';
import { containersOf, registration, type EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import { blockedBy, room, underWay } from '../deploy/deploy-checks.ts';
import { missingImages } from '../deploy/image-remarks.ts';
import type { DeploySnapshot } from '../deploy/deploy-snapshot.ts';
import { shiftRemarks } from '../deploy/traffic-shift.ts';
import type { Plan, Refusal } from '../plan.ts';
import { subjectOf } from '../subject.ts';
import { sameImages } from '../tag-remarks.ts';
import { rollbackChoices } from './rollback-choices.ts';
import type { RollbackInput } from './rollback-input.ts';

/** Goes back to a revision by a new deployment; one that was deregistered is registered again first. */
export function revisionPlan(
	snapshot: DeploySnapshot,
	target: EditableTaskDefinition,
	input: RollbackInput,
): Plan<RollbackInput> | Refusal {
	const { service } = snapshot;
	const { document } = target;
	const arn = String(document['taskDefinitionArn']);
	if (arn === service.taskDefinition) {
		return {
			refused: `${service.serviceName} has ${familyRevision(arn)} already.`,
			instead: 'Choose another one with --to.',
		};
	}
	const blocked = blockedBy(snapshot, document);
	if (blocked) return blocked;
	const subject = subjectOf(service);
	const { region } = subject;
	const isGone = document['status'] !== 'ACTIVE';
	const ran = rollbackChoices(snapshot).find(({ taskDefinition }) => taskDefinition === arn)?.images;
	return {
		verb: 'rollback',
		title: `Roll back ${service.serviceName}`,
		subject,
		input,
		differences: [
			{
				what: 'task definition',
				before: familyRevision(service.taskDefinition),
				after: `${familyRevision(arn)}${isGone ? ', registered again' : ''}`,
			},
		],
		remarks: [
			{ level: 'info', text: 'a new deployment, which takes as long as any other' },
			...underWay(service),
			...shiftRemarks(service),
			...room(service),
			...missingImages(snapshot, document),
			...sameImages(containersOf(document), ran, snapshot.images),
		],
		changes: [
			...(isGone ? [{ name: 'ecs:RegisterTaskDefinition', region, input: registration(target) } as const] : []),
			{
				name: 'ecs:UpdateService',
				region,
				input: {
					cluster: subject.clusterArn,
					service: subject.serviceArn,
					taskDefinition: isGone ? REGISTERED : arn,
				},
			},
		],
		basis: JSON.stringify([service.taskDefinition, service.deployments[0]?.id, document['status']]),
		undo: { to: service.taskDefinition },
	};
}
