import { arnOf } from '../world/arn.ts';
import { behaviourOf } from '../world/behaviour.ts';
import { SECOND } from '../world/clock.ts';
import type { ContainerState } from '../world/container.ts';
import { overridingRun } from '../world/lifecycle/run-command.ts';
import { seedOf } from '../world/random.ts';
import type { ContainerDefinition, LogConfiguration } from '../world/task-definition.ts';
import type { TaskState } from '../world/task.ts';
import type { World } from '../world/world.ts';
import type { Outage } from '../world/dependency.ts';
import type { LogBook, LogGroup } from './log-book.ts';
import { episodesOf, habitOf } from './speech-of.ts';
import type { LogStream } from './stream.ts';

const RETENTION_DAYS = 14;

/**
 * Brings the book up to the world's present: a group for each awslogs configuration, a stream for each container that
 * has started, an end for each that is done. To be called before every look into the book, so that no line is seen
 * that its container did not live to write.
 */
export function followWorld(book: LogBook, world: World): void {
	for (const { region, containerDefinitions, registeredAt } of world.taskDefinitions.values()) {
		for (const { logConfiguration } of containerDefinitions)
			addGroup(book, world, region, logConfiguration, registeredAt);
	}
	for (const task of world.tasks.values()) {
		for (const container of task.containers) {
			const stream = book.streams.get(container.containerArn) ?? addStream(book, world, task, container);
			if (stream === undefined || stream.end !== undefined) continue;
			tellOfOutages(stream, outagesOf(world, container));
			const end = endOf(task, container);
			if (end !== undefined) stream.end = end;
		}
	}
}

function addGroup(
	book: LogBook,
	world: World,
	taskRegion: string,
	configuration: LogConfiguration | undefined,
	createdAt: number,
): LogGroup | undefined {
	const name = configuration?.options?.['awslogs-group'];
	if (configuration?.logDriver !== 'awslogs' || name === undefined) return undefined;
	const region = configuration.options?.['awslogs-region'] ?? taskRegion;
	const key = `${region}/${name}`;
	const known = book.groups.get(key);
	if (known !== undefined) return known;
	const arn = arnOf(world, 'logs', region, `log-group:${name}`);
	const group = { name, region, arn, createdAt, retentionInDays: RETENTION_DAYS, streams: new Map() };
	book.groups.set(key, group);
	return group;
}

function addStream(book: LogBook, world: World, task: TaskState, container: ContainerState): LogStream | undefined {
	const definition = world.taskDefinitions
		.get(task.taskDefinitionArn)
		?.containerDefinitions.find(({ name }) => name === container.name);
	const { startedAt } = container;
	if (startedAt === undefined || definition === undefined) return undefined;
	const group = addGroup(book, world, task.region, definition.logConfiguration, startedAt);
	if (group === undefined) return undefined;

	const name = streamName(definition, task, container);
	const behaviour = behaviourOf(world.behaviours, container.image);
	const run = overridingRun(task, container);
	const port = definition.portMappings?.[0]?.containerPort;
	const dependency = behaviour.dependsOn && world.dependencies.get(behaviour.dependsOn.name);
	const stream: LogStream = {
		name,
		arn: `${group.arn}:log-stream:${name}`,
		seed: seedOf(name),
		service: task.group.slice(task.group.indexOf(':') + 1),
		...(run ? { voice: 'command', rate: 0, command: run } : habitOf(behaviour, container, port)),
		...(behaviour.dependsOn &&
			dependency && { dependency: { host: dependency.host, whenSlow: behaviour.dependsOn.whenSlow } }),
		port: behaviour.listensOn ?? port ?? 0,
		startedAt,
		openingMs: (run?.after ?? behaviour.startSeconds) * SECOND,
		episodes: episodesOf(behaviour, startedAt),
	};
	group.streams.set(name, stream);
	book.streams.set(container.containerArn, stream);
	return stream;
}

function outagesOf({ behaviours, dependencies }: World, { image }: ContainerState): readonly Outage[] {
	if (dependencies.size === 0) return [];
	return dependencies.get(behaviourOf(behaviours, image).dependsOn?.name ?? '')?.outages ?? [];
}

/** Nobody has read what was written since an outage began or ended: the book is brought up to the present before each look. */
function tellOfOutages({ episodes, startedAt }: LogStream, outages: readonly Outage[]): void {
	for (const { from, until } of outages) {
		const told = episodes.find((episode) => episode.trouble === 'slow-dependency' && episode.from === from);
		if (told && until !== undefined) told.until = until;
		if (!told && (until ?? startedAt) >= startedAt)
			episodes.push({ trouble: 'slow-dependency', from, ...(until !== undefined && { until }) });
	}
}

/** `<prefix>/<container>/<task-id>`; without a prefix the container's own id (awslogs-stream-prefix). */
function streamName(
	{ logConfiguration, name }: ContainerDefinition,
	task: TaskState,
	container: ContainerState,
): string {
	const prefix = logConfiguration?.options?.['awslogs-stream-prefix'];
	return prefix === undefined ? (container.runtimeId ?? task.taskId) : `${prefix}/${name}/${task.taskId}`;
}

/** A container ends by itself before its task is being stopped, or when it is asked to; 137 is SIGKILL. */
function endOf({ stoppingAt }: TaskState, { stoppedAt, exitCode }: ContainerState): LogStream['end'] {
	if (stoppedAt === undefined) return undefined;
	if (exitCode === 137) return { at: stoppedAt, ending: 'silent' };
	if (stoppingAt !== undefined && stoppingAt < stoppedAt) return { at: stoppedAt, ending: 'terminated' };
	return { at: stoppedAt, ending: exitCode === 0 ? 'silent' : 'crashed' };
}
