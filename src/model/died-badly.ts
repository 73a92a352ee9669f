import { isVictimCode } from './exit-code.ts';
import type { Task } from './task.ts';

type Ended = Pick<Task, 'stopCode' | 'stoppedReason' | 'containers'>;

/** Reasons of AWS's that tell of a failure. */
const FAILURE = /error|fail|cannot|unable|essential container/iu;

/** Whether a stop belongs to the day's work (a rollout, a scale-in, a person, a retired host) and is no failure. */
export function isRoutineStop({ stopCode, stoppedReason = '', containers }: Ended): boolean {
	// Servers that are only like AWS leave the code out, of scale-ins too.
	if (stopCode === undefined) {
		const isBad = containers.some(({ exitCode = 0, reason }) => !isVictimCode(exitCode) || reason !== undefined);
		return stoppedReason !== '' && !isBad && !FAILURE.test(stoppedReason);
	}
	// There is no stop code for a failed check: only the reason tells.
	if (stopCode === 'ServiceSchedulerInitiated') return !/health checks/iu.test(stoppedReason);
	return stopCode !== 'EssentialContainerExited' && stopCode !== 'TaskFailedToStart';
}

/** Whether a task was stopped, or is being stopped, for a failure. Where neither code nor reason is told, an exit code may tell. */
export function diedBadly(task: Ended): boolean {
	const isTold = task.stopCode !== undefined || task.stoppedReason !== undefined;
	return isTold ? !isRoutineStop(task) : task.containers.some(({ exitCode = 0 }) => !isVictimCode(exitCode));
}
