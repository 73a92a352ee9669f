import { duration } from '../../model/duration.ts';
import type { Task } from '../../model/task.ts';

/** One step of a task's life: when it came, and how long after the one before, ms. */
export type WalkStep = { readonly name: string; readonly at: number; readonly after: number | undefined };

/** The steps a task has taken, in AWS's order (ECS developer guide, task lifecycle). */
export function taskWalk(task: Task): readonly WalkStep[] {
	const steps = [
		['created', task.createdAt],
		['pulling images', task.pullStartedAt],
		['images pulled', task.pullStoppedAt],
		['started', task.startedAt],
		['stopping', task.stoppingAt],
		['containers ended', task.executionStoppedAt],
		['stopped', task.stoppedAt],
	] as const;
	const taken = steps.flatMap(([name, at]) => (at === undefined ? [] : [{ name, at }]));
	return taken.map((step, index) => {
		const before = taken[index - 1];
		return { ...step, after: before && step.at - before.at };
	});
}

/** `lived 2m31s`, `running for 3h05m`, `waiting since 12s`: the sentence of a task's life. */
export function lifeWords({ createdAt, startedAt, stoppedAt, stoppingAt }: Task, now: number): string {
	const end = stoppingAt ?? stoppedAt;
	if (startedAt !== undefined) {
		return end === undefined ? `running for ${duration(now - startedAt)}` : `ran for ${duration(end - startedAt)}`;
	}
	if (stoppedAt !== undefined) return 'never started';
	return createdAt === undefined ? '-' : `not running yet, after ${duration(now - createdAt)}`;
}
