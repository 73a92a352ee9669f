import type { TaskDefinitionState } from '../task-definition.ts';
import type { TaskOverrides } from '../task-overrides.ts';

/** CPU units and MiB that a task reserves. */
export type TaskSize = { readonly cpu: number; readonly memory: number };

/**
 * The task's own size; without one its containers' are added up: of memory what is reserved, else the limit (ECS API
 * reference, ContainerDefinition).
 */
export function taskSize(
	{ cpu, memory, containerDefinitions }: TaskDefinitionState,
	overrides: TaskOverrides | undefined,
): TaskSize {
	const containers = containerDefinitions.map((container) => ({
		...container,
		...overrides?.containerOverrides?.find(({ name }) => name === container.name),
	}));
	const own = { cpu: overrides?.cpu ?? cpu, memory: overrides?.memory ?? memory };
	return {
		cpu: own.cpu === undefined ? sum(containers.map((container) => container.cpu ?? 0)) : Number(own.cpu),
		memory:
			own.memory === undefined
				? sum(containers.map((container) => container.memoryReservation ?? container.memory ?? 0))
				: Number(own.memory),
	};
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
