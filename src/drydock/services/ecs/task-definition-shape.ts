import type { TaskDefinition } from '@aws-sdk/client-ecs';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import { date } from '../date.ts';
import { requiredAttributes } from '../../world/required-attributes.ts';

/** A task definition as DescribeTaskDefinition gives it, without its tags. */
export function taskDefinitionShape(definition: TaskDefinitionState): TaskDefinition {
	const { region: _, tags: __, other, registeredAt, deregisteredAt, ...shown } = definition;
	return {
		volumes: [],
		placementConstraints: [],
		requiresAttributes: requiredAttributes(definition),
		...other,
		...(shown as unknown as TaskDefinition),
		registeredAt: date(registeredAt),
		deregisteredAt: date(deregisteredAt),
	};
}
