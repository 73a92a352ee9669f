import { endedAt, type Task } from '../model/task.ts';

/**
 * Of the lines that a task said, oldest first, the last one before it was told to stop: what comes after that is only
 * its good-bye. The very last where none is older, or it is not known when that was.
 */
export function lastSaid<Line extends { readonly timestamp: number }>(
	task: Pick<Task, 'stoppingAt' | 'stoppedAt'>,
	lines: readonly Line[] = [],
): Line | undefined {
	const end = endedAt(task) ?? Infinity;
	return lines.findLast(({ timestamp }) => timestamp <= end) ?? lines.at(-1);
}
