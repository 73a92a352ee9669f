import {
	DescribeServicesCommand,
	DescribeTasksCommand,
	paginateListTasks,
	type Service,
	type Task,
} from '@aws-sdk/client-ecs';
import type { openShop } from '../services/open-shop.ts';
import { the } from '../world/small-shop.ts';

type Shop = Pick<ReturnType<typeof openShop>, 'ecs'>;

/** A service as ECS tells of it. */
export async function serviceOf({ ecs }: Shop, cluster: string, service: string): Promise<Service> {
	const { services } = await ecs.send(new DescribeServicesCommand({ cluster, services: [service] }));
	return the(services?.[0]);
}

/** The tasks of a service as ECS tells of them. */
export async function tasksOf(
	{ ecs }: Shop,
	cluster: string,
	serviceName: string,
	desiredStatus: 'RUNNING' | 'STOPPED' = 'RUNNING',
): Promise<Task[]> {
	const found: Task[] = [];
	for await (const { taskArns = [] } of paginateListTasks({ client: ecs }, { cluster, serviceName, desiredStatus })) {
		if (taskArns.length === 0) continue;
		const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: taskArns }));
		found.push(...tasks);
	}
	return found;
}

/** The texts of its events, newest first. */
export function textsOf({ events = [] }: Service): string[] {
	return events.map(({ message = '' }) => message);
}
