import type * as ecs from '@aws-sdk/client-ecs';
import type { TaskDefinition } from '../../model/task-definition.ts';
import { defined } from './defined.ts';
import { epochMs, list, requiredText, text } from './scalars.ts';
import { toContainerDefinition } from './to-container-definition.ts';

/**
 * An SDK task definition in the model's words. The `document` keeps every text as delivered, line breaks and all, so
 * that it can be registered again: whoever shows it cleans it.
 */
export function toTaskDefinition(definition: ecs.TaskDefinition): TaskDefinition {
	return defined({
		taskDefinitionArn: requiredText(definition.taskDefinitionArn),
		family: requiredText(definition.family),
		revision: definition.revision ?? 0,
		status: requiredText(definition.status),
		cpu: text(definition.cpu),
		memory: text(definition.memory),
		networkMode: text(definition.networkMode),
		registeredAt: epochMs(definition.registeredAt),
		registeredBy: text(definition.registeredBy),
		containerDefinitions: list(definition.containerDefinitions).map(toContainerDefinition),
		document: plain(definition),
	});
}

/** JSON has no dates and no undefined: they become ISO 8601 text and nothing. */
function plain(definition: ecs.TaskDefinition): Readonly<Record<string, unknown>> {
	return JSON.parse(JSON.stringify(definition)) as Readonly<Record<string, unknown>>;
}
