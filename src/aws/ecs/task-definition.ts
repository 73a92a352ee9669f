import { safeText } from '../../model/safe-text.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import { AwsCallError } from '../aws-call-error.ts';
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
	const { taskDefinition: found } = described;
	if (found) return toTaskDefinition(found);
	throw new AwsCallError({
		kind: 'not-found',
		service: 'ecs',
		operation: 'DescribeTaskDefinition',
		code: 'MISSING',
		message: safeText(`The answer has no task definition ${taskDefinition}.`),
		next: `Check the name and the region (${region}).`,
	});
}
