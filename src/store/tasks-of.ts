import type { Service } from '../model/service.ts';
import { serviceGroup, type Task } from '../model/task.ts';
import type { Picture, Table } from './picture.ts';

const NONE: Table<Task> = {};

/** What stopped of a service, as it was read with its whole cluster; undefined where that was not read. */
export function stoppedTasksOf(
	{ stoppedTasks }: Picture,
	{ clusterArn, serviceName }: Service,
): Table<Task> | undefined {
	const groups = stoppedTasks[clusterArn]?.value;
	return groups && (groups[serviceGroup(serviceName)] ?? NONE);
}

/** Every task of a service that is known, each once, however long ago it was read. */
export function knownTasksOf(picture: Picture, service: Service): readonly Task[] {
	return Object.values({ ...stoppedTasksOf(picture, service), ...picture.tasks[service.serviceArn]?.value });
}
