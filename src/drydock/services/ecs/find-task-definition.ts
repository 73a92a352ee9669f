import { ecsArn } from '../../world/arn.ts';
import type { Call } from '../../wire/handler.ts';
import { revisionsOf } from '../../world/register-task-definition.ts';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import type { World } from '../../world/world.ts';
import { clientException } from './refuse.ts';

/** `family` (its newest ACTIVE revision), `family:revision` or an ARN; undefined when there is none. */
export function taskDefinitionNamed(world: World, { region }: Call, name: string): TaskDefinitionState | undefined {
	if (name.startsWith('arn:')) return world.taskDefinitions.get(name);
	if (name.includes(':')) return world.taskDefinitions.get(ecsArn(world, region, 'task-definition', name));
	return revisionsOf(world, region, name).findLast(({ status }) => status === 'ACTIVE');
}

/** One that tasks can be started from. @throws {AwsFault} ClientException */
export function usableTaskDefinition(world: World, call: Call, name = ''): TaskDefinitionState {
	const definition = taskDefinitionNamed(world, call, name);
	if (!definition) throw clientException('TaskDefinition not found.');
	if (definition.status !== 'ACTIVE') throw clientException('TaskDefinition is inactive');
	return definition;
}
