import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Connections } from '../connections.ts';
import { toTaskDefinition } from '../shapes/to-task-definition.ts';

/** One revision of a task definition, by ARN or `family:revision`. */
export async function readTaskDefinition(
	connections: Connections,
	taskDefinition: string,
	region: string,
	signal?: AbortSignal,
): Promise<TaskDefinition> {
	const described = await connections
		.to('ecs', region)
		.call('DescribeTaskDefinition', (ecs, options) => ecs.describeTaskDefinition({ taskDefinition }, options), signal);
	return toTaskDefinition(described.taskDefinition ?? {});
}
