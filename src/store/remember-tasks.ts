import { endedAt, type Task } from '../model/task.ts';
import type { Table } from './picture.ts';

/**
 * The tasks that AWS has now, and the stopped ones it has forgotten: ECS shows a stopped task for about an hour
 * (ECS developer guide, stopped tasks). Of the stopped ones the newest `limit` are kept.
 */
export function rememberTasks(previous: Table<Task> | undefined, current: readonly Task[], limit = 200): Table<Task> {
	const now = new Set(current.map(({ taskArn }) => taskArn));
	const forgotten = Object.values(previous ?? {}).filter((task) => isStopped(task) && !now.has(task.taskArn));
	const stopped = [...forgotten, ...current.filter(isStopped)].toSorted((a, b) => stoppedAt(b) - stoppedAt(a));
	const kept = [...current.filter((task) => !isStopped(task)), ...stopped.slice(0, limit)];
	return Object.fromEntries(kept.map((task) => [task.taskArn, task]));
}

/** By task group, then by task ARN. */
export function byGroup(tasks: readonly Task[]): Table<Table<Task>> {
	const groups = Object.entries(Object.groupBy(tasks, ({ group }) => group));
	return Object.fromEntries(groups.map(([group, members = []]) => [group, rememberTasks(undefined, members)]));
}

/** Tasks that were running when last seen and are in no list any more: what became of them has to be asked. */
export function leftTasks(previous: Table<Task> | undefined, current: readonly Task[]): readonly string[] {
	const now = new Set(current.map(({ taskArn }) => taskArn));
	return Object.values(previous ?? {}).flatMap((task) =>
		isStopped(task) || now.has(task.taskArn) ? [] : [task.taskArn],
	);
}

function isStopped(task: Task): boolean {
	return task.lastStatus === 'STOPPED';
}

function stoppedAt(task: Task): number {
	return endedAt(task) ?? task.createdAt ?? 0;
}
