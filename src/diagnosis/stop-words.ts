import type { Container, Task } from '../model/task.ts';
import { exitCodeWords, isVictimCode } from './exit-code.ts';
import { reasonWords } from './reason-words.ts';

/** What each stop code means where AWS gives no better reason (ECS API reference, Task.stopCode). */
const STOP_CODES: Readonly<Record<string, string>> = {
	TaskFailedToStart: 'it never started',
	EssentialContainerExited: 'an essential container exited',
	ServiceSchedulerInitiated: 'stopped by the service',
	UserInitiated: 'stopped by hand',
	SpotInterruption: 'Fargate Spot took its capacity back',
	TerminationNotice: 'its host was taken away',
	InfrastructureHealth: 'its host was found unhealthy',
};

export type StoppedTask = Pick<Task, 'stopCode' | 'stoppedReason' | 'startedBy' | 'memory' | 'containers'>;

/**
 * Why a task stopped or is stopping, as a colleague would say it: `out of memory, limit 512 MiB (checkout)`. What a container
 * says for itself comes first, then the task's reason, then exit codes, then the stop code. A wording that is not
 * known is given as AWS wrote it. Undefined for a task nobody stopped.
 */
export function stopWords(task: StoppedTask): string | undefined {
	const { stopCode, stoppedReason, containers } = task;
	if (stopCode === undefined && stoppedReason === undefined) return undefined;
	return (
		outOfMemory(task) ??
		scheduled(task) ??
		containerReason(containers) ??
		(stoppedReason === undefined ? undefined : reasonWords(stoppedReason)) ??
		exited(task) ??
		byHand(task) ??
		(isWordless(stoppedReason) ? undefined : stoppedReason) ??
		STOP_CODES[stopCode ?? (isWordless(stoppedReason) ? 'EssentialContainerExited' : '')] ??
		stopCode
	);
}

/** Reasons of AWS's that tell of a failure. */
const FAILURE = /error|fail|cannot|unable|essential container/iu;

/** Whether a stop belongs to the day's work (a rollout, a scale-in, a person, a retired host) and is no failure. */
export function isRoutineStop({
	stopCode,
	stoppedReason = '',
	containers,
}: Pick<Task, 'stopCode' | 'stoppedReason' | 'containers'>): boolean {
	// Servers that are only like AWS leave the code out, of scale-ins too.
	if (stopCode === undefined) {
		const isBad = containers.some(({ exitCode = 0, reason }) => !isVictimCode(exitCode) || reason !== undefined);
		return stoppedReason !== '' && !isBad && !FAILURE.test(stoppedReason);
	}
	if (stopCode === 'ServiceSchedulerInitiated') return !/health checks/iu.test(stoppedReason);
	return stopCode !== 'EssentialContainerExited' && stopCode !== 'TaskFailedToStart';
}

/** The reason wins over the exit code: an out-of-memory stop can carry any (amazon-ecs-agent issue 2467). */
function outOfMemory({ containers, memory }: StoppedTask): string | undefined {
	const container = containers.find(({ reason }) => /out ?of ?memory/iu.test(reason ?? ''));
	if (!container) return undefined;
	const limit = container.memory ?? memory;
	return `out of memory${limit === undefined ? '' : `, limit ${limit} MiB`}${named(container, containers)}`;
}

/** The scheduler's own stops. There is no stop code for a failed check: only the reason tells. */
function scheduled({ stoppedReason = '', startedBy, containers }: StoppedTask): string | undefined {
	if (/failed container health checks/iu.test(stoppedReason)) {
		const unhealthy = containers.find(({ healthStatus }) => healthStatus === 'UNHEALTHY');
		return `failed its container health check${unhealthy ? named(unhealthy, containers) : ''}`;
	}
	if (/failed ELB health checks/iu.test(stoppedReason)) {
		const group = /targetgroup\/([^/)]+)/u.exec(stoppedReason)?.[1] ?? /\(elb ([^)]+)\)/u.exec(stoppedReason)?.[1];
		return `failed its load balancer's health check${group === undefined ? '' : ` (${group})`}`;
	}
	const by = /Scaling activity initiated by \(deployment ([^)]+)\)/iu.exec(stoppedReason)?.[1];
	if (by === undefined) return undefined;
	return startedBy === undefined || by === startedBy ? 'scaled in' : 'replaced by a deployment';
}

function containerReason(containers: readonly Container[]): string | undefined {
	for (const container of containers) {
		const words = container.reason === undefined ? undefined : reasonWords(container.reason);
		if (words !== undefined) return words + named(container, containers);
	}
	const container = containers.find(({ reason }) => reason !== undefined);
	return container?.reason === undefined ? undefined : container.reason + named(container, containers);
}

/** A container that ended badly, else one that ended: 0, 137 and 143 may only be the rest of the task going down. */
function exited({ stopCode, stoppedReason, containers }: StoppedTask): string | undefined {
	if (stopCode !== 'EssentialContainerExited' && !isWordless(stoppedReason)) return undefined;
	const ended = containers.filter(({ exitCode }) => exitCode !== undefined);
	const culprit = ended.find(({ exitCode }) => !isVictimCode(exitCode ?? 0)) ?? ended[0];
	return culprit?.exitCode === undefined ? undefined : exitCodeWords(culprit.exitCode) + named(culprit, containers);
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
