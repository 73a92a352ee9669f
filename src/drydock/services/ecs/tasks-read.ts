import type {
	DescribeTasksRequest,
	DescribeTasksResponse,
	ListTasksRequest,
	ListTasksResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { nameOf } from '../../world/arn.ts';
import type { TaskState } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { findCluster } from './find-cluster.ts';
import { findService } from './find-service.ts';
import { taskNamed } from './find-task.ts';
import { listPage } from './list-page.ts';
import { checkAtMost, invalidParameter, notValid } from './refuse.ts';
import { taskShape } from './task-shape.ts';

/** Tasks that are meant to run, unless STOPPED ones are asked for, and none for PENDING; pages of 100 (ECS API reference, ListTasks). */
export function listTasks(world: World, call: Call, input: ListTasksRequest): ListTasksResponse {
	const cluster = findCluster(world, call, input.cluster);
	const { serviceName, family, startedBy, launchType } = input;
	if (serviceName !== undefined && (family !== undefined || startedBy !== undefined)) {
		throw invalidParameter('serviceName cannot be combined with family or startedBy.');
	}
	if (startedBy !== undefined && family !== undefined) throw notValid();
	const service = serviceName === undefined ? undefined : findService(world, cluster, serviceName);
	const wanted = input.desiredStatus ?? 'RUNNING';
	const tasks = [...(service?.taskArns ?? cluster.taskArns)]
		.flatMap((arn) => world.tasks.get(arn) ?? [])
		.filter((task) => task.desiredStatus === wanted)
		.filter((task) => family === undefined || familyOf(task) === family)
		.filter((task) => startedBy === undefined || task.startedBy === startedBy)
		.filter((task) => launchType === undefined || task.launchType === launchType)
		.filter(({ containerInstanceArn }) => {
			const asked = input.containerInstance;
			return (
				asked === undefined || (containerInstanceArn !== undefined && nameOf(containerInstanceArn) === nameOf(asked))
			);
		});
	const { items, nextToken } = listPage(tasks, input, 100);
	return { taskArns: items.map(({ taskArn }) => taskArn), nextToken };
}

function familyOf({ taskDefinitionArn }: TaskState): string {
	return nameOf(taskDefinitionArn).split(':', 1)[0] ?? '';
}

/** At most 100 tasks a call (ECS API reference, DescribeTasks). */
export function describeTasks(world: World, call: Call, input: DescribeTasksRequest): DescribeTasksResponse {
	checkAtMost(100, 'tasks', input.tasks);
	const cluster = findCluster(world, call, input.cluster);
	const response = { tasks: [] as NonNullable<DescribeTasksResponse['tasks']>, failures: [] as object[] };
	for (const name of input.tasks ?? []) {
		const { arn, task } = taskNamed(world, cluster, name);
		const tags = input.include?.includes('TAGS') ? { tags: task?.tags } : {};
		if (task) response.tasks.push({ ...taskShape(world, task), ...tags });
		else response.failures.push({ arn, reason: 'MISSING' });
	}
	return response;
}
