import type { TaskDefinition } from './task-definition.ts';
import type { Container, Task } from './task.ts';
import { diedBadly } from './died-badly.ts';
import { isVictimCode } from './exit-code.ts';
import { failedCheck } from './failed-check.ts';

/** The container that a task ended with, and what tells that it was that one. */
export type Culprit = {
	readonly container: Container;
	/**
	 * `out-of-memory`: its reason says so; `unhealthy`: it failed the check that ECS stopped the task for; `reason`: ECS
	 * could not start it or lost it; `exit-code`: it ended badly; `exit-ok`: it ended well, and the others were stopped
	 * after it; `only-ended`: nothing tells, it is only the first that had to be there.
	 */
	readonly because: 'out-of-memory' | 'unhealthy' | 'exit-code' | 'exit-ok' | 'reason' | 'only-ended';
};

type Ended = Pick<Task, 'stopCode' | 'stoppedReason' | 'containers'>;

/** The agent's reason (amazon-ecs-agent, OutOfMemoryError) wins over any exit code, 0 among them: its issue 2467. */
const OUT_OF_MEMORY = /^out ?of ?memory/iu;

/** What the agent says of a container that waited for another one: that one is to blame (amazon-ecs-agent, dependencygraph). */
const WAITED = /failed to resolve container ordering dependency/iu;

/**
 * Which container took the task down; the others were only told to stop then. AWS gives no times of single containers
 * (ECS API reference, Container), so it is told by what each is left with: 137 and 143 are what a container is left
 * with that goes down with its task. Undefined for a task that nobody stopped, and for one without containers.
 * @param definition tells which containers are essential; without it all count as that
 */
export function culprit(task: Ended, definition?: TaskDefinition): Culprit | undefined {
	const { stopCode, stoppedReason, containers } = task;
	if (stopCode === undefined && stoppedReason === undefined && !diedBadly(task)) return undefined;
	const optional = new Set(definition?.containerDefinitions.filter((one) => !one.essential).map(({ name }) => name));
	const vital = containers.filter(({ name }) => !optional.has(name));
	// One that is not essential ends no task, but its task may wait for it in vain.
	const found = suspect(vital, task) ?? suspect(containers, task);
	if (found) return found;
	const [container] = [...vital.filter(hasEnded), ...vital, ...containers];
	return container && { container, because: 'only-ended' };
}

function suspect(containers: readonly Container[], task: Ended): Culprit | undefined {
	const first = (because: Culprit['because'], fits: (one: Container) => boolean): Culprit | undefined => {
		const container = containers.find(fits);
		return container && { container, because };
	};
	const own =
		first('out-of-memory', isOutOfMemory) ??
		(failedCheck(task) === 'container'
			? first('unhealthy', ({ healthStatus }) => healthStatus === 'UNHEALTHY')
			: undefined) ??
		first('reason', ({ reason }) => reason !== undefined && !WAITED.test(reason));
	// Told to stop by somebody, all end then, however they end.
	if (own || !endsByItself(task)) return own;
	return (
		first('exit-code', ({ exitCode = 0 }) => !isVictimCode(exitCode)) ??
		first('exit-ok', ({ exitCode }) => exitCode === 0) ??
		// Nobody but it can have been the first: a SIGKILL that no stop of the task explains.
		first('exit-code', ({ exitCode }) => exitCode === 137)
	);
}

/** The kernel killed it, or a child of it, for its memory. */
export function isOutOfMemory({ reason = '' }: Pick<Container, 'reason'>): boolean {
	return OUT_OF_MEMORY.test(reason);
}

/** Servers that are only like AWS leave the code out. */
function endsByItself({ stopCode, stoppedReason = '' }: Ended): boolean {
	if (stopCode === undefined) return !/initiated by|health checks|by user/iu.test(stoppedReason);
	return stopCode === 'EssentialContainerExited' || stopCode === 'TaskFailedToStart';
}

function hasEnded({ exitCode }: Container): boolean {
	return exitCode !== undefined;
}
