import type { TaskState } from '../../world/task.ts';

/** Tasks by how far they are, as services and deployments count them. */
export type TaskCounts = { readonly runningCount: number; readonly pendingCount: number };

export function countTasks(tasks: readonly TaskState[]): TaskCounts {
	return {
		runningCount: tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length,
		pendingCount: tasks.filter(isPending).length,
	};
}

/** On its way to RUNNING. */
export function isPending({ desiredStatus, lastStatus }: TaskState): boolean {
	return desiredStatus === 'RUNNING' && lastStatus !== 'RUNNING';
}
