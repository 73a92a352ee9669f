import type { Deployment } from '../model/service.ts';
import { endedAt, type Task } from '../model/task.ts';
import { isRoutineStop } from '../model/died-badly.ts';
import { stopWords } from './stop-words.ts';

/** What rolloutStateReason says when there is nothing to say: the state once more. */
const STATE_IN_WORDS = /^ECS deployment \S+ (?:in progress|completed)\.$/u;

/** Why a deployment fails: AWS's reason where it gives one, else what the newest of its failed tasks stopped for. */
export function deploymentFailure(
	{ id, failedTasks, rolloutStateReason = '' }: Deployment,
	tasks: readonly Task[],
): string | undefined {
	if (rolloutStateReason !== '' && !STATE_IN_WORDS.test(rolloutStateReason)) return rolloutStateReason;
	if (failedTasks === 0) return undefined;
	const [newest] = tasks
		.filter((task) => task.startedBy === id && !isRoutineStop(task) && stopWords(task) !== undefined)
		.toSorted((a, b) => (endedAt(b) ?? 0) - (endedAt(a) ?? 0));
	return newest && `newest failed task: ${stopWords(newest)}`;
}
