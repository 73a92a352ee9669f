import { primaryDeployment, type Service } from '../../model/service.ts';
import { taskNeeds, type TaskNeeds } from '../../model/task-needs.ts';
import type { Evidence } from '../evidence.ts';

/**
 * What one task of a revision takes, of that which comes in unless another is asked for. Undefined when its definition was
 * not read, or does not say it in numbers.
 */
export function needsOf(
	{ service, taskDefinitions }: Pick<Evidence, 'service' | 'taskDefinitions'>,
	revision = comingIn(service),
): TaskNeeds | undefined {
	const definition = taskDefinitions?.[revision];
	const needs = definition && taskNeeds(definition.document);
	return needs && Number.isFinite(needs.cpu) && Number.isFinite(needs.memory) ? needs : undefined;
}

function comingIn(service: Service): string {
	return primaryDeployment(service)?.taskDefinition ?? service.taskDefinition;
}
