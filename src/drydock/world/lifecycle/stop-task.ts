import { after } from '../advance.ts';
import { behaviourOf } from '../behaviour.ts';
import { HOUR, SECOND } from '../clock.ts';
import type { ContainerState } from '../container.ts';
import { between } from '../random.ts';
import type { StopCode, TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { serviceOf } from './service-of.ts';
import { releaseInterface } from './network-interface.ts';
import { leaveInstance } from './place-task.ts';
import { deregisterTargets } from './target-registration.ts';
import { moveTo } from './task-changed.ts';
import { containerDefinitionOf } from './task-definition-of.ts';

const AGENT_ASKED_EVERY = 5 * SECOND;

/** How long a task may drain, ms. */
const LONGEST_DRAIN: Readonly<Partial<Record<StopCode, number>>> = {
	// Nothing is left to drain when the container is gone: only its deregistration takes a moment.
	EssentialContainerExited: SECOND,
	// The warning comes two minutes before the end, and a container has 30 s for it (ECS developer guide, Fargate capacity providers).
	SpotInterruption: 90 * SECOND,
};

/** Why a task stops, as DescribeTasks tells it. */
export type StopCause = { readonly stopCode: StopCode; readonly stoppedReason: string };

/**
 * Walks a task down: DEACTIVATING while its targets drain, STOPPING while its containers end, DEPROVISIONING
 * while its interface is taken away, STOPPED, and forgotten an hour later (ECS developer guide, task lifecycle).
 * A task that is already on its way down keeps its first cause.
 */
export function stopTask(world: World, task: TaskState, cause: StopCause): void {
	if (task.desiredStatus === 'STOPPED') return;
	task.desiredStatus = 'STOPPED';
	delete task.awaits;
	task.stopCode = cause.stopCode;
	task.stoppedReason = cause.stoppedReason;
	task.stoppingAt = world.clock.now;
	const wasUp = task.lastStatus === 'RUNNING' || task.lastStatus === 'ACTIVATING';
	const drains = deregisterTargets(world, task, cause.stopCode === 'ServiceSchedulerInitiated' ? 10 * SECOND : 0);
	const wait = Math.min(drains, LONGEST_DRAIN[cause.stopCode] ?? drains);
	moveTo(world, task, wasUp ? 'DEACTIVATING' : 'STOPPING');
	after(world, wait, () => stopContainers(world, task));
}

function stopContainers(world: World, task: TaskState): void {
	// An agent that cannot be reached does not learn of it.
	const instance = world.containerInstances.get(task.containerInstanceArn ?? '');
	if (instance?.agentConnected === false) return after(world, AGENT_ASKED_EVERY, () => stopContainers(world, task));
	if (task.lastStatus === 'DEACTIVATING') moveTo(world, task, 'STOPPING');
	const running = task.containers.filter(({ lastStatus }) => lastStatus === 'RUNNING');
	const waits = running.map((container) => sendSigterm(world, task, container));
	after(world, Math.max(SECOND, ...waits), () => {
		task.executionStoppedAt ??= world.clock.now;
		for (const container of task.containers) container.lastStatus = 'STOPPED';
		moveTo(world, task, 'DEPROVISIONING');
		if (task.networkInterface) task.networkInterface.status = 'DETACHING';
		after(world, between(world.random, 8, 16) * SECOND, () => finish(world, task));
	});
}

/** Gives how many ms the container takes to end; beyond the stop timeout (30 s by default) it is killed with 137. */
function sendSigterm(world: World, task: TaskState, container: ContainerState): number {
	const { seconds, code } = behaviourOf(world.behaviours, container.image).sigterm;
	const timeout = containerDefinitionOf(world, task, container.name).stopTimeout ?? 30;
	const killed = seconds > timeout;
	const wait = (killed ? timeout : seconds) * SECOND;
	after(world, wait, () => {
		if (container.lastStatus !== 'RUNNING') return;
		container.lastStatus = 'STOPPED';
		container.stoppedAt = world.clock.now;
		container.exitCode = killed ? 137 : code;
	});
	return wait;
}

function finish(world: World, task: TaskState): void {
	releaseInterface(world, task);
	leaveInstance(world, task);
	task.stoppedAt = world.clock.now;
	moveTo(world, task, 'STOPPED');
	after(world, HOUR, () => forget(world, task));
}

function forget(world: World, task: TaskState): void {
	world.tasks.delete(task.taskArn);
	world.clusters.get(task.clusterArn)?.taskArns.delete(task.taskArn);
	serviceOf(world, task)?.taskArns.delete(task.taskArn);
}
