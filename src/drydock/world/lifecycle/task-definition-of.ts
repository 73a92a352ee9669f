import type { ContainerDefinition, TaskDefinitionState } from '../task-definition.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';

/** The task definition a task was started from; task definitions are never forgotten. */
export function taskDefinitionOf(world: World, task: Pick<TaskState, 'taskDefinitionArn'>): TaskDefinitionState {
	const definition = world.taskDefinitions.get(task.taskDefinitionArn);
	if (!definition) throw new Error(`the world has no task definition ${task.taskDefinitionArn}`);
	return definition;
}

/** The definition of one container of a task. */
export function containerDefinitionOf(world: World, task: TaskState, name: string): ContainerDefinition {
	const definition = taskDefinitionOf(world, task).containerDefinitions.find((each) => each.name === name);
	if (!definition) throw new Error(`${task.taskDefinitionArn} has no container ${name}`);
	return definition;
}
