import type {
	DescribeTaskDefinitionRequest,
	DescribeTaskDefinitionResponse,
	ListTaskDefinitionFamiliesRequest,
	ListTaskDefinitionFamiliesResponse,
	ListTaskDefinitionsRequest,
	ListTaskDefinitionsResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import type { World } from '../../world/world.ts';
import { taskDefinitionNamed } from './find-task-definition.ts';
import { listPage } from './list-page.ts';
import { clientException } from './refuse.ts';
import { taskDefinitionShape } from './task-definition-shape.ts';

/** By family and revision, ascending unless asked otherwise; ACTIVE ones unless asked otherwise. */
export function listTaskDefinitions(
	world: World,
	call: Call,
	input: ListTaskDefinitionsRequest,
): ListTaskDefinitionsResponse {
	const definitions = inRegion(world, call)
		.filter(({ status }) => status === (input.status ?? 'ACTIVE'))
		.filter(({ family }) => input.familyPrefix === undefined || family === input.familyPrefix)
		.toSorted((one, other) => one.family.localeCompare(other.family) || one.revision - other.revision);
	if (input.sort === 'DESC') definitions.reverse();
	const { items, nextToken } = listPage(definitions, input, 100);
	return { taskDefinitionArns: items.map(({ taskDefinitionArn }) => taskDefinitionArn), nextToken };
}

/** A family is ACTIVE while one of its revisions is. */
export function listTaskDefinitionFamilies(
	world: World,
	call: Call,
	input: ListTaskDefinitionFamiliesRequest,
): ListTaskDefinitionFamiliesResponse {
	const all = inRegion(world, call).filter(({ family }) => family.startsWith(input.familyPrefix ?? ''));
	const active = new Set(all.filter(({ status }) => status === 'ACTIVE').map(({ family }) => family));
	const families = [...new Set(all.map(({ family }) => family))].filter(
		(family) =>
			input.status === undefined || input.status === 'ALL' || active.has(family) === (input.status === 'ACTIVE'),
	);
	const { items, nextToken } = listPage(families.toSorted(), input, 100);
	return { families: [...items], nextToken };
}

/** @throws {AwsFault} ClientException */
export function describeTaskDefinition(
	world: World,
	call: Call,
	input: DescribeTaskDefinitionRequest,
): DescribeTaskDefinitionResponse {
	const definition = taskDefinitionNamed(world, call, input.taskDefinition ?? '');
	if (!definition) throw clientException('Unable to describe task definition.');
	const tags = input.include?.includes('TAGS') ? { tags: definition.tags } : {};
	return { taskDefinition: taskDefinitionShape(definition), ...tags };
}

function inRegion(world: World, { region }: Call): TaskDefinitionState[] {
	return [...world.taskDefinitions.values()].filter((definition) => definition.region === region);
}
