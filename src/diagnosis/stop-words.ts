import type { TaskDefinition } from '../model/task-definition.ts';
import type { Container, Task } from '../model/task.ts';
import { failedCheck } from '../model/failed-check.ts';
import { shortWords } from './catalogue/short-words.ts';
import { culprit, type Culprit } from '../model/culprit.ts';
import { exitCodeWords } from '../model/exit-code.ts';

export type StoppedTask = Pick<Task, 'stopCode' | 'stoppedReason' | 'startedBy' | 'memory' | 'containers'>;

/**
 * Why a task stopped or is stopping, as a colleague would say it: `out of memory, limit 512 MiB (checkout)`. What a container
 * says for itself comes first, then the task's reason, then exit codes, then the stop code. A wording that is not
 * known is given as AWS wrote it. Undefined for a task nobody stopped.
 * @param definition tells which containers are essential
 */
export function stopWords(task: StoppedTask, definition?: TaskDefinition): string | undefined {
	const { stopCode, stoppedReason } = task;
	const found = culprit(task, definition);
	if (!found && stopCode === undefined && stoppedReason === undefined) return undefined;
	const said = isWordless(stoppedReason) ? undefined : stoppedReason;
	return (
		outOfMemory(task, found) ??
		scheduled(task, found) ??
		containerReason(task, found) ??
		byHand(task) ??
		(said === undefined ? undefined : shortWords(said, 'stopped-reason')) ??
		exited(task, found) ??
		said ??
		shortWords(stopCode ?? 'EssentialContainerExited', 'stop-code') ??
		stopCode
	);
}

/** The reason wins over the exit code: an out-of-memory stop can carry any (amazon-ecs-agent issue 2467). */
function outOfMemory({ containers, memory }: StoppedTask, found: Culprit | undefined): string | undefined {
	if (found?.because !== 'out-of-memory') return undefined;
	const { container } = found;
	const limit = container.memory ?? memory;
	return `out of memory${limit === undefined ? '' : `, limit ${limit} MiB`}${named(container, containers)}`;
}

/** The scheduler's own stops. */
function scheduled(task: StoppedTask, found: Culprit | undefined): string | undefined {
	const { stoppedReason = '', startedBy, containers } = task;
	const check = failedCheck(task);
	if (check === 'container') {
		const whose = found?.because === 'unhealthy' ? named(found.container, containers) : '';
		return `failed its container health check${whose}`;
	}
	if (check === 'load balancer') {
		const group = /targetgroup\/([^/)]+)/u.exec(stoppedReason)?.[1] ?? /\(elb ([^)]+)\)/u.exec(stoppedReason)?.[1];
		return `failed its load balancer's health check${group === undefined ? '' : ` (${group})`}`;
	}
	const by = /Scaling activity initiated by \(deployment ([^)]+)\)/iu.exec(stoppedReason)?.[1];
	if (by === undefined) return undefined;
	return startedBy === undefined || by === startedBy ? 'scaled in' : 'replaced by a deployment';
}

function containerReason({ containers }: StoppedTask, found: Culprit | undefined): string | undefined {
	// What another container says then is no more than that it waited, or that the task went down without need of it.
	if (found?.because === 'exit-code' || found?.because === 'exit-ok') return undefined;
	for (const container of containers) {
		const words = container.reason === undefined ? undefined : shortWords(container.reason, 'container-reason');
		if (words !== undefined) return words + named(container, containers);
	}
	const container = containers.find(({ reason }) => reason !== undefined);
	return container?.reason === undefined ? undefined : container.reason + named(container, containers);
}

/** How the container ended that took the task down. */
function exited({ stopCode, stoppedReason, containers }: StoppedTask, found: Culprit | undefined): string | undefined {
	const isTold = stopCode === 'EssentialContainerExited' || isWordless(stoppedReason) || found?.because === 'exit-code';
	const { exitCode } = found?.container ?? {};
	return isTold && found && exitCode !== undefined
		? exitCodeWords(exitCode) + named(found.container, containers)
		: undefined;
}

function byHand({ stopCode, stoppedReason }: StoppedTask): string | undefined {
	if (stopCode !== 'UserInitiated' && stoppedReason !== 'Task stopped by user') return undefined;
	const plain = stoppedReason === undefined || stoppedReason === 'Task stopped by user';
	return plain ? 'stopped by hand' : `stopped by hand: ${stoppedReason}`;
}

/** A reason that says no more than the stop code. */
function isWordless(stoppedReason: string | undefined): boolean {
	return stoppedReason === 'Essential container in task exited';
}

/** Which container it is; a lone one needs no name. */
function named({ name }: Container, containers: readonly Container[]): string {
	return containers.length > 1 ? ` (${name})` : '';
}
