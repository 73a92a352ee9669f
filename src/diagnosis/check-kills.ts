import type { TaskDefinition } from '../model/task-definition.ts';
import { isRoutineStop } from '../model/died-badly.ts';
import { failedCheck } from '../model/failed-check.ts';
import { endedAt, type Task } from '../model/task.ts';
import { type Evidence, MINUTE } from './evidence.ts';
import { presentStops } from './present-stops.ts';

/** A task that ECS stopped because it failed a health check. */
export type CheckKill = {
	readonly task: Task;
	readonly by: NonNullable<ReturnType<typeof failedCheck>>;
	/** Epoch ms. */
	readonly at: number;
	/** Seconds from its start until then; it was running, so there is a start. */
	readonly lifetime: number;
	readonly definition: TaskDefinition | undefined;
	/** Whose check it was, where AWS says so. */
	readonly targetGroupArn?: string;
};

/** Kills this long ago say nothing of now unless newer ones follow: ECS spaces retries up to 15 min. */
const LATELY = 20 * MINUTE;

/** Kills of the deployments that are there, newest first; none when the last one is long ago. */
export function checkKills(evidence: Evidence, now: number): readonly CheckKill[] {
	const kills = presentStops(evidence)
		.flatMap((task) => killOf(task, evidence))
		.filter(({ at }) => now - at <= 3 * LATELY)
		.toSorted((a, b) => b.at - a.at);
	return kills[0] && now - kills[0].at <= LATELY ? kills : [];
}

/**
 * Ids of what such kills alone lead to: the loop they make. Not of a loop in which tasks end of something else, too.
 */
export function loopOfKills(evidence: Evidence, now: number): readonly string[] {
	const failed = presentStops(evidence).filter((task) => now - (endedAt(task) ?? 0) <= LATELY && !isRoutineStop(task));
	return failed.every((task) => failedCheck(task) !== undefined) ? ['x-crash-loop'] : [];
}

function killOf(task: Task, { taskDefinitions }: Evidence): readonly CheckKill[] {
	const by = failedCheck(task);
	const at = endedAt(task);
	if (by === undefined || at === undefined || task.startedAt === undefined) return [];
	const targetGroupArn = /\(target-group (?<arn>arn:[^\s)]+)\)/u.exec(task.stoppedReason ?? '')?.groups?.['arn'];
	return [
		{
			task,
			by,
			at,
			lifetime: (at - task.startedAt) / 1000,
			definition: taskDefinitions?.[task.taskDefinitionArn],
			...(targetGroupArn !== undefined && { targetGroupArn }),
		},
	];
}

/** All that are remembered, whatever deployment they were of, newest first. */
export function rememberedKills(evidence: Evidence): readonly CheckKill[] {
	return (evidence.tasks ?? []).flatMap((task) => killOf(task, evidence)).toSorted((a, b) => b.at - a.at);
}
