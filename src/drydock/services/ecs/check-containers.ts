import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { clientException, invalidParameter, notValid } from './refuse.ts';

/**
 * Refuses containers that no task could be made of.
 * @param taskMemory the task's memory in MiB; undefined when the task has none of its own
 * @throws {AwsFault} ClientException, InvalidParameterException
 */
export function checkContainers(containers: readonly ContainerDefinition[], taskMemory: number | undefined): void {
	for (const container of containers) checkContainer(container, taskMemory);
	if (new Set(containers.map(({ name }) => name)).size < containers.length) {
		throw clientException('Container names must be unique within a Task Definition.');
	}
}

function checkContainer(
	{ name, image, memory, memoryReservation, healthCheck }: ContainerDefinition,
	taskMemory: number | undefined,
): void {
	if (!image) throw clientException('Container.image should not be null or empty.');
	if (!name) throw clientException('Container.name should not be null or empty.');
	if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) throw clientException('Container.name contains invalid characters.');
	if (healthCheck?.command?.length === 0) throw invalidParameter('Command cannot be empty.');
	const needed = memory ?? memoryReservation;
	if (needed === undefined && taskMemory === undefined) {
		throw clientException(
			`Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
		);
	}
	if (needed !== undefined && taskMemory !== undefined && needed > taskMemory) throw notValid();
}
