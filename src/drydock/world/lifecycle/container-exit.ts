import { enqueue } from '../event-queue.ts';
import type { Behaviour } from '../behaviour.ts';
import { SECOND } from '../clock.ts';
import type { ContainerState } from '../container.ts';
import { next } from '../random.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { behaviourIn } from './behaviour-in.ts';
import { overridingRun } from './run-command.ts';
import { stopTask } from './stop-task.ts';
import { containerDefinitionOf } from './task-definition-of.ts';

/** How a container ends by itself: seconds after its start, exit code and AWS's reason. */
export type Ending = { readonly after: number; readonly code: number; readonly reason?: string };

/**
 * The end that a behaviour leads to, the earlier of its own exit and running out of memory; undefined: none.
 * The reason of the latter is a constant of the ECS agent.
 * @param limit the container's memory limit in MiB
 */
export function endingOf(behaviour: Behaviour, limit: number, chance: number): Ending | undefined {
	const { exit, memory, startSeconds } = behaviour;
	const endings: Ending[] = [];
	if (exit) endings.push({ ...exit, after: exit.after + chance * (exit.spread ?? 0) });
	const reason = 'OutOfMemoryError: Container killed due to memory usage';
	if (memory.base >= limit) endings.push({ after: startSeconds + 1, code: 137, reason });
	else if (memory.perMinute > 0) {
		endings.push({ after: ((limit - memory.base) / memory.perMinute) * 60, code: 137, reason });
	}
	return endings.toSorted((one, other) => one.after - other.after)[0];
}

/** Plans the end of a container that has started; planning again, after its behaviour changed, replaces the plan. */
export function planExit(world: World, task: TaskState, container: ContainerState): void {
	const ending = endingFor(world, task, container);
	delete container.endsAt;
	if (!ending || container.startedAt === undefined) return;
	const at = enqueue(world.queue, container.startedAt + ending.after * SECOND, () => {
		if (container.endsAt === at) exit(world, task, container, ending);
	});
	container.endsAt = at;
}

/** The end that a container of this task comes to: a command of its own decides, where it has one. */
export function endingFor(world: World, task: TaskState, container: ContainerState): Ending | undefined {
	const run = overridingRun(task, container);
	if (run) return { after: run.after, code: run.code };
	const definition = containerDefinitionOf(world, task, container.name);
	const limit = definition.memory ?? Number(task.memory);
	return endingOf(behaviourIn(world, task, container), limit, next(world.random));
}

function exit(world: World, task: TaskState, container: ContainerState, { code, reason }: Ending): void {
	if (container.lastStatus !== 'RUNNING') return;
	container.lastStatus = 'STOPPED';
	container.stoppedAt = world.clock.now;
	container.exitCode = code;
	if (reason !== undefined) container.reason = reason;
	if (!container.essential || task.desiredStatus === 'STOPPED') return;
	task.executionStoppedAt = world.clock.now;
	stopTask(world, task, {
		stopCode: 'EssentialContainerExited',
		stoppedReason: 'Essential container in task exited',
	});
}
