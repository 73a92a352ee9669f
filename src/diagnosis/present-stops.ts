import { endedAt, type Task } from '../model/task.ts';
import type { Evidence } from './evidence.ts';

/** Stopped tasks of the deployments that are there: of what those before died is over. */
export function presentStops({ service, tasks = [] }: Evidence): readonly Task[] {
	const present = new Set([...service.deployments, ...(service.taskSets ?? [])].map(({ id }) => id));
	return tasks.filter(
		(task) =>
			endedAt(task) !== undefined &&
			(task.startedBy === undefined || present.size === 0 || present.has(task.startedBy)),
	);
}
