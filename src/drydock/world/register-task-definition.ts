import { ecsArn } from './arn.ts';
import { pushImages } from './registry.ts';
import type { TaskDefinitionState } from './task-definition.ts';
import type { World } from './world.ts';

export type TaskDefinitionInput = Omit<
	TaskDefinitionState,
	'taskDefinitionArn' | 'status' | 'compatibilities' | 'revision'
> & {
	/** Absent: the one after the family's newest. */
	readonly revision?: number;
};

/** Adds a revision to its family; it is ACTIVE. */
export function registerTaskDefinition(world: World, input: TaskDefinitionInput): TaskDefinitionState {
	const revision = input.revision ?? newestRevision(world, input.region, input.family) + 1;
	const definition: TaskDefinitionState = {
		...input,
		revision,
		taskDefinitionArn: ecsArn(world, input.region, 'task-definition', `${input.family}:${revision}`),
		status: 'ACTIVE',
		compatibilities: fitsFargate(input) ? ['EC2', 'FARGATE'] : ['EC2'],
	};
	world.taskDefinitions.set(definition.taskDefinitionArn, definition);
	pushImages(world, definition);
	return definition;
}

/** Whether Fargate could run it, asked for or not. */
function fitsFargate({ networkMode, cpu, memory }: TaskDefinitionInput): boolean {
	return networkMode === 'awsvpc' && cpu !== undefined && memory !== undefined;
}

/** All revisions of a family in a region, oldest first. */
export function revisionsOf(world: World, region: string, family: string): TaskDefinitionState[] {
	return [...world.taskDefinitions.values()]
		.filter((definition) => definition.region === region && definition.family === family)
		.toSorted((one, other) => one.revision - other.revision);
}

function newestRevision(world: World, region: string, family: string): number {
	return revisionsOf(world, region, family).at(-1)?.revision ?? 0;
}
