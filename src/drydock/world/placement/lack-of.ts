import { sizeOf } from '../capacity/instance-types.ts';
import { attributeOf, type ContainerInstanceState } from '../container-instance.ts';
import { requiredAttributes } from '../required-attributes.ts';
import type { World } from '../world.ts';
import { parseClusterQuery } from './cluster-query.ts';
import { keyOf, portsAsked } from './host-ports.ts';
import type { PlacementRequest } from './placement-request.ts';
import { remainingOn, tasksOn } from './remaining.ts';
import { taskSize } from './task-size.ts';

/**
 * Why a task cannot be placed on an instance, in the words of RunTask's failures (ECS developer guide, API failure
 * reasons), in the order in which it is looked at. AWS tells no order; that memory comes before ports is seen.
 */
export const LACKS = [
	'AGENT',
	'ATTRIBUTE',
	'MemberOf placement constraint unsatisfied.',
	'LOCATION',
	'DistinctInstance placement constraint unsatisfied.',
	'RESOURCE:CPU',
	'RESOURCE:MEMORY',
	'RESOURCE:PORTS',
	'RESOURCE:ENI',
] as const;

export type Lack = (typeof LACKS)[number];

/** The first thing that an instance lacks for the task; undefined when it can be placed there. */
export function lackOf(world: World, instance: ContainerInstanceState, request: PlacementRequest): Lack | undefined {
	const { taskDefinition, constraints, overrides } = request;
	if (!instance.agentConnected) return 'AGENT';
	if (missesAttribute(instance, request)) return 'ATTRIBUTE';
	for (const { type, expression = '' } of constraints) {
		if (type === 'memberOf' && parseClusterQuery(expression)?.(world, instance) !== true) {
			return 'MemberOf placement constraint unsatisfied.';
		}
	}
	if (taskDefinition.networkMode === 'awsvpc' && !isInSubnets(world, instance, request)) return 'LOCATION';
	const others = tasksOn(world, instance);
	if (
		constraints.some(({ type }) => type === 'distinctInstance') &&
		others.some(({ group, desiredStatus }) => group === request.group && desiredStatus === 'RUNNING')
	) {
		return 'DistinctInstance placement constraint unsatisfied.';
	}
	const left = remainingOn(world, instance);
	const { cpu, memory } = taskSize(taskDefinition, overrides);
	if (left.cpu < cpu) return 'RESOURCE:CPU';
	if (left.memory < memory) return 'RESOURCE:MEMORY';
	const taken = new Set(left.ports.map(keyOf));
	if (portsAsked(taskDefinition).some((port) => taken.has(keyOf(port)))) return 'RESOURCE:PORTS';
	return taskDefinition.networkMode === 'awsvpc' && left.interfaces < 1 ? 'RESOURCE:ENI' : undefined;
}

function missesAttribute(instance: ContainerInstanceState, { taskDefinition }: PlacementRequest): boolean {
	const architecture = taskDefinition.runtimePlatform?.cpuArchitecture;
	const fits = sizeOf(instance.instanceType).architecture === (architecture === 'ARM64' ? 'arm64' : 'x86_64');
	if (architecture !== undefined && !fits) return true;
	return requiredAttributes(taskDefinition).some(
		({ name }) => !instance.attributes.some((attribute) => attribute.name === name),
	);
}

/** An awsvpc task needs a subnet in the zone of its instance. */
function isInSubnets(
	world: World,
	instance: ContainerInstanceState,
	{ networkConfiguration }: PlacementRequest,
): boolean {
	const zone = attributeOf(instance, 'ecs.availability-zone');
	const subnetIds = networkConfiguration?.awsvpcConfiguration.subnets ?? [];
	return subnetIds.some((id) => world.subnets.get(id)?.availabilityZone === zone);
}
