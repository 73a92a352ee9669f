import type {
	DeregisterTaskDefinitionRequest,
	DeregisterTaskDefinitionResponse,
	RegisterTaskDefinitionRequest,
	RegisterTaskDefinitionResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { registerTaskDefinition as register } from '../../world/register-task-definition.ts';
import type { ContainerDefinition } from '../../world/task-definition.ts';
import type { World } from '../../world/world.ts';
import { callerArn } from '../caller-arn.ts';
import { cpuUnits, fargateOffers, mebibytes } from './fargate-sizes.ts';
import { taskDefinitionNamed } from './find-task-definition.ts';
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
	const isFargate = requiresCompatibilities.includes('FARGATE');
	if (isFargate) checkFargate(networkMode, cpu, memory);
	checkContainers(containerDefinitions);
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
		containerDefinitions: containerDefinitions.map(
			(container) => ({ essential: true, cpu: 0, ...container }) as ContainerDefinition,
		),
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
	if (cpu === undefined || memory === undefined) {
		throw clientException("Fargate requires that 'cpu' be defined at the task level.");
	}
	if (!fargateOffers(cpuUnits(cpu), mebibytes(memory))) {
		throw clientException('No Fargate configuration exists for given values.');
	}
}

function checkContainers(containers: NonNullable<RegisterTaskDefinitionRequest['containerDefinitions']>): void {
	for (const { name, image } of containers) {
		if (!image) throw clientException('Container.image should not be null or empty.');
		if (!name) throw clientException('Container.name should not be null or empty.');
	}
}
