import type { RunTaskRequest } from '@aws-sdk/client-ecs';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import type { TaskOverrides } from '../../world/task-overrides.ts';
import { checkFargateSize, cpuUnits, mebibytes } from './fargate-sizes.ts';
import { invalidParameter } from './refuse.ts';

/** The overrides of a request, sizes as AWS keeps them. @throws {AwsFault} InvalidParameterException, ClientException */
export function overridesFrom(
	overrides: RunTaskRequest['overrides'],
	definition: TaskDefinitionState,
	isFargate: boolean,
): TaskOverrides | undefined {
	if (!overrides) return undefined;
	for (const { name } of overrides.containerOverrides ?? []) {
		if (definition.containerDefinitions.some((container) => container.name === name)) continue;
		throw invalidParameter(`Override for container named ${name} is not a container in the TaskDefinition.`);
	}
	const { cpu, memory, ...other } = overrides;
	if (isFargate && (cpu !== undefined || memory !== undefined)) {
		checkFargateSize(cpuUnits(cpu ?? definition.cpu), mebibytes(memory ?? definition.memory));
	}
	return {
		...other,
		...(cpu !== undefined && { cpu: String(cpuUnits(cpu)) }),
		...(memory !== undefined && { memory: String(mebibytes(memory)) }),
	};
}
