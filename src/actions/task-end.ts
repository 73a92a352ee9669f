import { culprit } from '../model/culprit.ts';
import type { Task } from '../model/task.ts';

/** ECS takes the rest of a failed deployment away with these words: they are not why it failed. */
const SCALED_IN = /^Scaling activity initiated by/u;

/** The tasks of a deployment that stopped for a reason of their own, the newest first. */
export function failedTasks(tasks: readonly Task[], deploymentId: string): readonly Task[] {
	return tasks
		.filter(
			({ startedBy, desiredStatus, stopCode, stoppedReason }) =>
				startedBy === deploymentId &&
				desiredStatus === 'STOPPED' &&
				stopCode !== 'UserInitiated' &&
				(stopCode !== undefined || stoppedReason !== undefined) &&
				!SCALED_IN.test(stoppedReason ?? ''),
		)
		.toSorted((a, b) => endOf(b) - endOf(a));
}

function endOf({ stoppingAt, stoppedAt, createdAt }: Task): number {
	return stoppingAt ?? stoppedAt ?? createdAt ?? 0;
}

/** `exit 1`, `OutOfMemoryError: …`, or what ECS gives as the reason: what tells one way to fail from another. */
export function failureWords(task: Task, essential?: readonly string[]): string {
	const { exitCode, reason } = culprit(task, essential) ?? {};
	if (task.stopCode === 'EssentialContainerExited' || task.stoppedReason === undefined) {
		const end = [...(exitCode === undefined ? [] : [`exit ${exitCode}`]), ...(reason === undefined ? [] : [reason])];
		if (end.length > 0) return end.join(', ');
	}
	return task.stoppedReason ?? 'ECS gives no reason';
}

/** How a task ended, in AWS's words: `Essential container in task exited · checkout exit 1`. */
export function taskEnd({ stoppedReason, containers }: Pick<Task, 'stoppedReason' | 'containers'>): string {
	const ends = containers.flatMap(({ name, exitCode, reason }) => [
		...(exitCode === undefined ? [] : [`${name} exit ${exitCode}`]),
		...(reason === undefined || reason === stoppedReason ? [] : [`${name}: ${reason}`]),
	]);
	return [...(stoppedReason === undefined ? [] : [stoppedReason]), ...ends].join(' · ') || 'ECS gives no reason';
}
