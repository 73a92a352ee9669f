import { REGISTERED, type Change } from '../../aws/changes/change.ts';
import { familyRevision } from '../../model/arn.ts';
import type { RevisionImage } from '../../model/deployment-history.ts';
import { containersOf, registration, type EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import { blockedBy } from '../deploy/blocked-by.ts';
import { room, underWay } from '../deploy/deploy-remarks.ts';
import { shiftRemarks } from '../deploy/traffic-shift.ts';
import type { DeploySnapshot } from '../deploy/deploy-snapshot.ts';
import { missingImages } from '../deploy/image-remarks.ts';
import type { Plan, Refusal, Remark } from '../plan.ts';
import { subjectOf } from '../subject.ts';
import { sameImages } from '../tag-remarks.ts';
import { rollbackChoices } from './rollback-choices.ts';
import type { RollbackInput } from './rollback-input.ts';
import { info } from '../remarks.ts';

/** By whom a revision is brought back. */
export type WayBack = {
	readonly remarks: readonly Remark[];
	/** What the images were when it ran, where that is remembered. */
	readonly ran: readonly RevisionImage[] | undefined;
	/** The call that brings a task definition in: an ARN, or `REGISTERED`. */
	readonly bringIn: (taskDefinition: string) => Change;
	readonly basis: unknown;
};

/** Goes back to a revision by a new deployment of ECS; or by another way. One that was deregistered is registered again first. */
export function revisionPlan(
	snapshot: DeploySnapshot,
	target: EditableTaskDefinition,
	input: RollbackInput,
	way?: WayBack,
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
	const isGone = document['status'] !== 'ACTIVE';
	const { remarks, ran, bringIn, basis } = way ?? byEcs(snapshot, arn);
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
			...remarks,
			...missingImages(snapshot, document),
			...sameImages(containersOf(document), ran, snapshot.images),
		],
		changes: [
			...(isGone
				? [{ name: 'ecs:RegisterTaskDefinition', region: subject.region, input: registration(target) } as const]
				: []),
			bringIn(isGone ? REGISTERED : arn),
		],
		basis: JSON.stringify([service.taskDefinition, document['status'], basis]),
		undo: { to: service.taskDefinition },
	};
}

function byEcs(snapshot: DeploySnapshot, arn: string): WayBack {
	const { service } = snapshot;
	const { region, clusterArn: cluster, serviceArn } = subjectOf(service);
	return {
		remarks: [
			info('a new deployment, which takes as long as any other'),
			...underWay(service),
			...shiftRemarks(service),
			...room(service),
		],
		ran: rollbackChoices(snapshot).find(({ taskDefinition }) => taskDefinition === arn)?.images,
		bringIn: (taskDefinition) => ({
			name: 'ecs:UpdateService',
			region,
			input: { cluster, service: serviceArn, taskDefinition },
		}),
		basis: service.deployments[0]?.id,
	};
}
