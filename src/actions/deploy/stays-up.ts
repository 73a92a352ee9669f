import type { Task } from '../../model/task.ts';
import { failedTasks } from '../task-end.ts';
import type { OurDeployment } from './our-deployment.ts';
import type { RolloutSight } from './rollout-sight.ts';

/** Whether the tasks of a deployment that ECS calls done stay up: `unsure` wants another look. */
export type Staying = 'up' | 'unsure' | 'failing';

/** So many tasks that end after that, or as many as are wanted, are no accident. */
const ACCIDENTS = 3;

/** Replacements are watched as long as what ended had run, but no longer than this, ms. */
const LONGEST = 120_000;

/**
 * To ECS, a task without a health check is good once it has started, and a deployment of tasks that end a moment later has
 * succeeded. Where none has ended, nothing is waited for.
 */
export function createStaysUp(now: () => number): (sight: RolloutSight, ours: OurDeployment) => Staying {
	let known: ReadonlySet<string> | undefined;
	let quiet: { readonly ended: number; readonly since: number } | undefined;

	return ({ service, tasks = [] }, { deploymentId }) => {
		const own = service?.deployments.find(({ id }) => id === deploymentId);
		const ended = failedTasks(tasks, deploymentId);
		if (!own || ended.length === 0) return 'up';
		const before = (known ??= new Set(ended.map(({ taskArn }) => taskArn)));
		const since = ended.filter(({ taskArn }) => !before.has(taskArn)).length;
		if (since >= Math.max(ACCIDENTS, own.desiredCount)) return 'failing';
		if (own.runningCount < own.desiredCount) quiet = undefined;
		else if (quiet?.ended !== ended.length) quiet = { ended: ended.length, since: now() };
		const longest = Math.min(LONGEST, Math.max(...ended.map(lifetime)));
		return quiet && now() - quiet.since >= longest ? 'up' : 'unsure';
	};
}

/** Ms that it ran; 0 where it never did. */
function lifetime({ startedAt, stoppingAt, stoppedAt }: Task): number {
	const end = stoppingAt ?? stoppedAt;
	return startedAt === undefined || end === undefined ? 0 : end - startedAt;
}
