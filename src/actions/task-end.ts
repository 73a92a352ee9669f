import type { Task } from '../model/task.ts';

/** How a task ended, in AWS's words: `Essential container in task exited · checkout exit 1`. */
export function taskEnd({ stoppedReason, containers }: Pick<Task, 'stoppedReason' | 'containers'>): string {
	const ends = containers.flatMap(({ name, exitCode, reason }) => [
		...(exitCode === undefined ? [] : [`${name} exit ${exitCode}`]),
		...(reason === undefined ? [] : [`${name}: ${reason}`]),
	]);
	return [...(stoppedReason === undefined ? [] : [stoppedReason]), ...ends].join(' · ') || 'ECS gives no reason';
}
