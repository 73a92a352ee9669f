import { isRoutineStop } from '../model/died-badly.ts';
import { stopWords } from '../diagnosis/stop-words.ts';
import type { TaskDefinition } from '../model/task-definition.ts';
import type { Task } from '../model/task.ts';

/** The tasks of a deployment that stopped for a reason of their own, the newest first. */
export function failedTasks(tasks: readonly Task[], deploymentId: string): readonly Task[] {
	return tasks
		.filter(
			(task) =>
				task.startedBy === deploymentId &&
				task.desiredStatus === 'STOPPED' &&
				(task.stopCode !== undefined || task.stoppedReason !== undefined) &&
				!isRoutineStop(task),
		)
		.toSorted((a, b) => endOf(b) - endOf(a));
}

function endOf({ stoppingAt, stoppedAt, createdAt }: Task): number {
	return stoppingAt ?? stoppedAt ?? createdAt ?? 0;
}

/** `exit 1`, `out of memory, limit 512 MiB`: what tells one way to fail from another, in a line that counts them. */
export function failureWords(task: Task, definition?: TaskDefinition): string {
	return stopWords(task, definition)?.replace(', application error', '') ?? 'ECS gives no reason';
}

/** How a task ended, in AWS's words: `Essential container in task exited · checkout exit 1`. */
export function taskEnd({ stoppedReason, containers }: Pick<Task, 'stoppedReason' | 'containers'>): string {
	const ends = containers.flatMap(({ name, exitCode, reason }) => [
		...(exitCode === undefined ? [] : [`${name} exit ${exitCode}`]),
		...(reason === undefined || reason === stoppedReason ? [] : [`${name}: ${reason}`]),
	]);
	return [...(stoppedReason === undefined ? [] : [stoppedReason]), ...ends].join(' · ') || 'ECS gives no reason';
}
