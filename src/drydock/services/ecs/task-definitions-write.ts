import type {
	DeregisterTaskDefinitionRequest,
	DeregisterTaskDefinitionResponse,
	RegisterTaskDefinitionRequest,
	RegisterTaskDefinitionResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { registerTaskDefinition as register } from '../../world/register-task-definition.ts';
import type { World } from '../../world/world.ts';
import { callerArn } from '../caller-arn.ts';
import { checkContainers } from './check-containers.ts';
import { checkFargateSize, cpuUnits, mebibytes } from './fargate-sizes.ts';
import { taskDefinitionNamed } from './find-task-definition.ts';
import { normalContainers } from './normal-containers.ts';
import { clientException } from './refuse.ts';
import { tagsFrom } from './tags.ts';
import { taskDefinitionShape } from './task-definition-shape.ts';

/** @throws {AwsFault} ClientException for what no task could be started from. */
export function registerTaskDefinition(
	world: World,
	call: Call,
	input: RegisterTaskDefinitionRequest,
): RegisterTaskDefinitionResponse {
	const {
		family = '',
		containerDefinitions = [],
		networkMode,
		requiresCompatibilities = [],
		cpu,
		memory,
		taskRoleArn,
		executionRoleArn,
		runtimePlatform,
		tags,
		...other
	} = input;
	if (!/^[A-Za-z0-9_-]{1,255}$/.test(family)) {
		throw clientException('Family should be 1-255 in length and can contain alphanumerics, hyphens and underscores.');
	}
	if (cpu !== undefined && Number.isNaN(cpuUnits(cpu))) throw clientException("Invalid 'cpu' setting for task.");
	if (memory !== undefined && Number.isNaN(mebibytes(memory)))
		throw clientException("Invalid 'memory' setting for task.");
	const isFargate = requiresCompatibilities.includes('FARGATE');
	if (isFargate) checkFargate(networkMode, cpu, memory);
	checkContainers(containerDefinitions, memory === undefined ? undefined : mebibytes(memory));
	const definition = register(world, {
		region: call.region,
		family,
		networkMode: networkMode ?? 'bridge',
		...(cpu !== undefined && { cpu: String(cpuUnits(cpu)) }),
		...(memory !== undefined && { memory: String(mebibytes(memory)) }),
		...(taskRoleArn !== undefined && { taskRoleArn }),
		...(executionRoleArn !== undefined && { executionRoleArn }),
		...(runtimePlatform && { runtimePlatform: runtimePlatform as { cpuArchitecture?: string } }),
		requiresCompatibilities,
		containerDefinitions: normalContainers(containerDefinitions, networkMode ?? 'bridge'),
		other,
		registeredAt: world.clock.now,
		registeredBy: callerArn(world),
		tags: tagsFrom(tags),
	});
	return { taskDefinition: taskDefinitionShape(definition), tags: definition.tags };
}

/** Services and tasks that use it go on; new ones are refused (ECS API reference, DeregisterTaskDefinition). */
export function deregisterTaskDefinition(
	world: World,
	call: Call,
	input: DeregisterTaskDefinitionRequest,
): DeregisterTaskDefinitionResponse {
	const name = input.taskDefinition ?? '';
	const definition = name.includes(':') ? taskDefinitionNamed(world, call, name) : undefined;
	if (!definition) throw clientException('The specified task definition does not exist.');
	definition.status = 'INACTIVE';
	definition.deregisteredAt = world.clock.now;
	return { taskDefinition: taskDefinitionShape(definition) };
}

function checkFargate(networkMode: string | undefined, cpu: string | undefined, memory: string | undefined): void {
	if (networkMode !== 'awsvpc') throw clientException('Fargate only supports network mode ‘awsvpc’.');
	for (const [name, size] of Object.entries({ cpu, memory })) {
		if (size === undefined) throw clientException(`Fargate requires that '${name}' be defined at the task level.`);
	}
	checkFargateSize(cpuUnits(cpu), mebibytes(memory));
}
