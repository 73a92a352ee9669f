import { lastSegment, regionOf } from './arn.ts';
import type { LogSource } from './log-line.ts';
import type { ContainerDefinition, TaskDefinition } from './task-definition.ts';
import type { Task } from './task.ts';

/** Where the lines of some tasks go, and whose lines cannot be had. */
export type LogSources = {
	readonly sources: readonly LogSource[];
	readonly silent: readonly SilentContainer[];
};

/** A container without lines, and why, for people: `writes to awsfirelens, not to CloudWatch Logs`. */
export type SilentContainer = { readonly container: string; readonly reason: string };

/** Stopped tasks that are worth a stream: the last crashes, not the whole day's. */
const STOPPED_TASKS = 20;

/**
 * The streams of tasks: `<awslogs-stream-prefix>/<container>/<task id>` (ECS developer guide, awslogs). Tasks and
 * containers that have not started have none yet; of the stopped ones the last twenty are followed. `definitionOf` gives undefined for a
 * task definition that has not been read; its tasks are left out until it is.
 */
export function logSources(
	tasks: readonly Task[],
	definitionOf: (taskDefinitionArn: string) => TaskDefinition | undefined,
): LogSources {
	const sources: LogSource[] = [];
	const silent = new Map<string, string>();
	for (const task of worthFollowing(tasks)) {
		for (const definition of definitionOf(task.taskDefinitionArn)?.containerDefinitions ?? []) {
			const route = logRoute(definition);
			if (typeof route === 'string') silent.set(definition.name, route);
			else if (mayHaveRun(task, definition.name)) sources.push(sourceOf(task, definition.name, route));
		}
	}
	return { sources, silent: [...silent].map(([container, reason]) => ({ container, reason })) };
}

function worthFollowing(tasks: readonly Task[]): readonly Task[] {
	const started = tasks.filter(hasStarted);
	const stopped = started
		.filter(({ lastStatus }) => lastStatus === 'STOPPED')
		.toSorted((left, right) => (right.stoppedAt ?? 0) - (left.stoppedAt ?? 0));
	return [...started.filter(({ lastStatus }) => lastStatus !== 'STOPPED'), ...stopped.slice(0, STOPPED_TASKS)];
}

/** A container may have run in a task that never got to RUNNING, for want of another one's health. */
function hasStarted({ startedAt, containers }: Task): boolean {
	return (
		startedAt !== undefined ||
		containers.some(({ lastStatus, exitCode }) => lastStatus === 'RUNNING' || exitCode !== undefined)
	);
}

/** A container that waited for another one in vain has no stream, and asking for it costs a call each time. */
function mayHaveRun({ containers }: Task, name: string): boolean {
	const container = containers.find((other) => other.name === name);
	if (!container || container.exitCode !== undefined || container.runtimeId !== undefined) return true;
	return container.lastStatus !== 'PENDING' && container.lastStatus !== 'STOPPED';
}

type LogRoute = { readonly group: string; readonly region: string | undefined; readonly streamPrefix: string };

/** Where a container writes, or the reason why that cannot be read. */
function logRoute({ logs }: ContainerDefinition): LogRoute | string {
	if (!logs) return 'has no log configuration';
	if (logs.logDriver !== 'awslogs') return `writes to ${logs.logDriver}, not to CloudWatch Logs`;
	if (!logs.group) return 'has no awslogs-group';
	// Without it the stream is called after the container's id in Docker, which ECS does not tell for every platform.
	if (!logs.streamPrefix) return 'has no awslogs-stream-prefix, so its stream is unknown';
	return { group: logs.group, region: logs.region, streamPrefix: logs.streamPrefix };
}

function sourceOf(
	{ taskArn, lastStatus }: Task,
	container: string,
	{ group, region, streamPrefix }: LogRoute,
): LogSource {
	return {
		region: region ?? regionOf(taskArn),
		group,
		stream: `${streamPrefix}/${container}/${lastSegment(taskArn)}`,
		container,
		taskArn,
		...(lastStatus === 'STOPPED' ? { isOver: true } : {}),
	};
}
