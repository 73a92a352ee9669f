import { duration } from '../../model/duration.ts';
import { revisionOf, shortTaskId } from '../../model/arn.ts';
import { endedAt, type Task } from '../../model/task.ts';
import { isRoutineStop } from '../../model/died-badly.ts';
import { stopWords } from '../stop-words.ts';
import type { FreshEntry, TimelineLevel } from './timeline-entry.ts';

/** When tasks came up, and when and why they went. */
export function taskEntries(tasks: readonly Task[]): readonly FreshEntry[] {
	return tasks.flatMap((task) => [...started(task), ...stopped(task)]);
}

function started(task: Task): readonly FreshEntry[] {
	const { taskArn, startedAt, createdAt } = task;
	if (startedAt === undefined) return [];
	const of = revisionWords(task);
	const took = createdAt === undefined ? [] : [`it took ${duration(startedAt - createdAt)} to start`];
	return [
		{
			id: `start ${taskArn}`,
			at: startedAt,
			kind: 'start',
			level: 'routine',
			text: `task ${shortTaskId(taskArn)}${of} started`,
			detail: [...took, ...whereabouts(task)],
			place: { kind: 'task', taskArn },
			run: `start${of}`,
			together: (count) => `${count} tasks${of} started`,
		},
	];
}

function stopped(task: Task): readonly FreshEntry[] {
	const { taskArn, startedAt, stopCode, stoppedReason, containers } = task;
	const at = endedAt(task);
	const why = stopWords(task);
	if (at === undefined || why === undefined) return [];
	const of = revisionWords(task);
	const exits = containers.flatMap(({ name, exitCode, reason }) =>
		exitCode === undefined && reason === undefined
			? []
			: [`${name}: ${[exitCode === undefined ? '' : `exit ${exitCode}`, reason ?? ''].filter(Boolean).join(', ')}`],
	);
	return [
		{
			id: `stop ${taskArn}`,
			at,
			kind: 'stop',
			level: stopLevel(task),
			text: `task ${shortTaskId(taskArn)}${of} stopped: ${why}`,
			detail: [
				...(startedAt === undefined ? [] : [`it ran for ${duration(at - startedAt)}`]),
				...(stoppedReason === undefined ? [] : [[stopCode, stoppedReason].filter(Boolean).join(': ')]),
				...exits,
				...whereabouts(task),
			],
			place: { kind: 'task', taskArn },
			run: `stop${of} ${why}`,
			together: (count) => `${count} tasks${of} stopped: ${why}`,
		},
	];
}

/**
 * Stops that are no failure of the task, and more than the day's work all the same: AWS took the host away, or somebody
 * did it by hand (Amazon ECS API reference, Task.stopCode).
 */
const TAKEN: Readonly<Record<string, TimelineLevel>> = {
	SpotInterruption: 'degraded',
	TerminationNotice: 'degraded',
	UserInitiated: 'changing',
};

function stopLevel(task: Task): TimelineLevel {
	return isRoutineStop(task) ? (TAKEN[task.stopCode ?? ''] ?? 'routine') : 'failing';
}

/** ` of :43`; nothing for a task definition without a revision. */
function revisionWords({ taskDefinitionArn }: Task): string {
	const revision = revisionOf(taskDefinitionArn);
	return Number.isNaN(revision) ? '' : ` of :${revision}`;
}

function whereabouts({ availabilityZone, privateIpv4Address, startedBy }: Task): readonly string[] {
	const words = [availabilityZone, privateIpv4Address, startedBy === undefined ? undefined : `started by ${startedBy}`];
	const known = words.filter((word) => word !== undefined);
	return known.length === 0 ? [] : [known.join(', ')];
}
