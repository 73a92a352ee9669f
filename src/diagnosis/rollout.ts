import { colon } from './colon.ts';
import { primaryDeployment } from '../model/service.ts';
import type { Task } from '../model/task.ts';
import { latestRollout, type Rollback, type Rollout } from './deployment-story.ts';
import { type Evidence, type Symptom, MINUTE, sinceOf } from './evidence.ts';
import { failedStops, failuresIn } from './failed-stops.ts';
import { rollbackWords } from './rollout-words.ts';
import { deploymentStage } from './rules/deployment-stage.ts';

/** A rollback is news for so long. */
const NEWS = 60 * MINUTE;

/** The rollout failed, and stays where it is because nothing rolls it back. */
export function failedRollout(evidence: Evidence, now: number): Symptom | undefined {
	const primary = primaryDeployment(evidence.service);
	if (primary?.rolloutState !== 'FAILED') return undefined;
	const words = failedStops(evidence, now)?.words ?? primary.rolloutStateReason;
	const reason = `the rollout of ${colon(primary.taskDefinition)} failed`;
	return { reason: words === undefined ? reason : `${reason}: ${words}`, ...sinceOf(primary.updatedAt) };
}

/**
 * The newest rollout was taken back within the hour, or is being taken back. ECS does not say what its tasks died of:
 * the newest of them does, and the first of them is when it began.
 */
export function rolledBack(evidence: Evidence, now: number): Symptom | undefined {
	const rollout = latestRollout(evidence);
	const { rollback } = rollout ?? {};
	if (!rollout || !rollback || now - rollback.startedAt > NEWS) return undefined;
	const its = evidence.tasks?.filter((task) => isOf(task, rollout, rollback));
	const died = failedStops({ ...evidence, tasks: its }, rollback.startedAt);
	const reason = rollbackWords({ ...rollout, to: undefined });
	const because = rollout.why === undefined ? reason : `${reason}: ${rollout.why}`;
	return {
		reason: died === undefined ? because : `${because}; the last task: ${died.words}`,
		...(died?.beginning ?? sinceOf(rollback.startedAt)),
	};
}

/** Whether a task was started by a rollout, not by what came before it or by its rollback. */
function isOf(task: Task, { deploymentId, to, startedAt = 0 }: Rollout, rollback: Rollback): boolean {
	if (deploymentId !== undefined) return task.startedBy === deploymentId;
	if (to !== undefined) return task.taskDefinitionArn === to && (task.createdAt ?? 0) >= startedAt;
	return task.startedBy !== rollback.deploymentId;
}

/** The tasks of a rollout that died, newest first. */
export function tasksOf({ tasks = [] }: Evidence, rollout: Rollout): readonly Task[] {
	const { rollback, deploymentId } = rollout;
	const own = tasks.filter((task) => (rollback ? isOf(task, rollout, rollback) : task.startedBy === deploymentId));
	return failuresIn(own);
}

/** A rollout is on its way. */
export function rollingOut(evidence: Evidence, now: number): Symptom | undefined {
	const primary = primaryDeployment(evidence.service);
	if (primary?.rolloutState !== 'IN_PROGRESS') return undefined;
	const staged = deploymentStage(evidence, now)[0]?.sentence;
	if (staged !== undefined) return { reason: staged, ...sinceOf(primary.createdAt) };
	const reason = `deploying ${colon(primary.taskDefinition)}, ${primary.runningCount} of ${primary.desiredCount} tasks up`;
	return { reason, ...sinceOf(primary.createdAt) };
}
