import { REGISTERED } from '../../aws/changes/change.ts';
import { familyRevision } from '../../model/arn.ts';
import type { EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import { primaryDeployment, type Service } from '../../model/service.ts';
import { documentChanges } from '../../model/task-definition-diff.ts';
import { unseen, type Look } from '../look.ts';
import type { Refusal } from '../plan.ts';
import type { DeployInput } from './deploy-input.ts';
import { editTaskDefinition } from './edit-task-definition.ts';

/** What the service is to run, and whether that has to be registered first. */
export type DeployGoal = {
	readonly document: EditableTaskDefinition['document'];
	readonly taskDefinition: string;
	readonly register: boolean;
	/** It is being deployed already: nothing is to be sent. */
	readonly isUnderWay?: true;
};

/** What the goal is made from. */
export type GoalBasis = {
	readonly service: Service;
	/** The revision that the service has now. */
	readonly base: EditableTaskDefinition;
	/** The existing revision that is asked for, or why there is none. */
	readonly chosen?: Look<EditableTaskDefinition>;
};

/** What is asked for, as a task definition; or why it cannot be. */
export function goalOf({ service, base, chosen }: GoalBasis, input: DeployInput): DeployGoal | Refusal {
	if (chosen) return chosenRevision(service, chosen, input);
	const document = editTaskDefinition(base.document, service, input);
	if ('refused' in document) return document as Refusal;
	if (documentChanges(base.document, document).length > 0) {
		return { document, taskDefinition: REGISTERED, register: true };
	}
	if (input.force) return { document: base.document, taskDefinition: service.taskDefinition, register: false };
	return again(
		service,
		base,
		`Nothing would change: ${familyRevision(service.taskDefinition)} has all of that already.`,
	);
}

/** What was asked for is what the service has: it comes about, or there is nothing to do. */
function again(service: Service, { document }: EditableTaskDefinition, refused: string): DeployGoal | Refusal {
	const { taskDefinition } = service;
	if (primaryDeployment(service)?.rolloutState === 'IN_PROGRESS') {
		return { document, taskDefinition, register: false, isUnderWay: true };
	}
	return { refused, instead: 'To start the same tasks anew, force a new deployment (--force).' };
}

function chosenRevision(
	service: Service,
	chosen: Look<EditableTaskDefinition>,
	{ taskDefinition = '', force }: DeployInput,
): DeployGoal | Refusal {
	if ('failure' in chosen) {
		return {
			refused: unseen(taskDefinition, chosen),
			instead: 'Choose one of `aws ecs list-task-definitions`, or give --image or --tag.',
		};
	}
	const { document } = chosen.value;
	const arn = String(document['taskDefinitionArn']);
	if (document['status'] !== 'ACTIVE') {
		return {
			refused: `${familyRevision(arn)} is ${String(document['status'])}: ECS starts nothing from it.`,
			instead: '`deckwatch rollback` registers it again.',
		};
	}
	if (arn === service.taskDefinition && !force) {
		return again(service, chosen.value, `${service.serviceName} has ${familyRevision(arn)} already.`);
	}
	return { document, taskDefinition: arn, register: false };
}
