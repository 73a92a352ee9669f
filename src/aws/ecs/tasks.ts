import type { ListTasksRequest } from '@aws-sdk/client-ecs';
import { regionOf } from '../../model/arn.ts';
import { serviceNameOf, type Task } from '../../model/task.ts';
import type { BatchOptions } from '../aws.ts';
import type { Connections } from '../connections.ts';
import { listAndDescribe } from '../list-and-describe.ts';
import { list } from '../shapes/scalars.ts';
import { toTask } from '../shapes/to-task.ts';
import { withList } from '../shapes/with-list.ts';

/** ListTasks' largest page, and the most that DescribeTasks takes (ECS API reference). */
const MOST = 100;

export type TasksQuery = { readonly serviceName?: string; readonly desiredStatus: 'RUNNING' | 'STOPPED' };

/** The tasks of a service, or of the whole cluster. Tasks of others are left out if the server lists them too. */
export function readTasks(
	connections: Connections,
	clusterArn: string,
	{ serviceName, desiredStatus }: TasksQuery,
	{ signal, onBatch }: BatchOptions<Task> = {},
): Promise<readonly Task[]> {
	return listAndDescribe({
		signal,
		onBatch,
		batchSize: MOST,
		list: (nextToken, until) =>
			listPage(connections, { cluster: clusterArn, serviceName, desiredStatus, maxResults: MOST, nextToken }, until),
		describe: async (arns, until) => {
			const tasks = await describeBatch(connections, clusterArn, arns, until);
			return serviceName === undefined ? tasks : tasks.filter((task) => serviceNameOf(task) === serviceName);
		},
	});
}

/** The tasks that are meant to run and were started under a name, which may be the only filter (ECS API reference, ListTasks). */
export function readTasksStartedBy(
	connections: Connections,
	clusterArn: string,
	startedBy: string,
	signal?: AbortSignal,
): Promise<readonly Task[]> {
	return listAndDescribe({
		signal,
		batchSize: MOST,
		list: (nextToken, until) => listPage(connections, { cluster: clusterArn, startedBy, nextToken }, until),
		describe: async (arns, until) => {
			const tasks = await describeBatch(connections, clusterArn, arns, until);
			return tasks.filter((task) => task.startedBy === startedBy);
		},
	});
}

async function listPage(
	connections: Connections,
	query: ListTasksRequest,
	signal: AbortSignal,
): Promise<{ readonly items: readonly string[]; readonly nextToken: string | undefined }> {
	const page = await connections
		.to('ecs', regionOf(query.cluster ?? ''))
		.call('ListTasks', (ecs, options) => ecs.listTasks(query, options).then(withList('taskArns')), signal);
	return { items: list(page.taskArns), nextToken: page.nextToken };
}

/** The named tasks of a cluster; those that are gone are left out. */
export function describeTasks(
	connections: Connections,
	clusterArn: string,
	taskArns: readonly string[],
	signal?: AbortSignal,
): Promise<readonly Task[]> {
	return listAndDescribe({
		signal,
		batchSize: MOST,
		list: async () => ({ items: taskArns, nextToken: undefined }),
		describe: (arns, until) => describeBatch(connections, clusterArn, arns, until),
	});
}

async function describeBatch(
	connections: Connections,
	clusterArn: string,
	tasks: readonly string[],
	signal: AbortSignal,
): Promise<readonly Task[]> {
	const described = await connections
		.to('ecs', regionOf(clusterArn))
		.call(
			'DescribeTasks',
			(ecs, options) => ecs.describeTasks({ cluster: clusterArn, tasks: [...tasks] }, options).then(withList('tasks')),
			signal,
		);
	return list(described.tasks).map(toTask);
}
