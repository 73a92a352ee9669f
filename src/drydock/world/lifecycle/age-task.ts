import { SECOND } from '../clock.ts';
import type { ContainerState } from '../container.ts';
import { digits, next } from '../random.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { behaviourIn } from './behaviour-in.ts';
import { endingFor, planExit } from './container-exit.ts';
import { healthCheckOf, taskHealth, wakeProbing } from './container-health.ts';
import { imageDigest } from './image-digest.ts';
import { nextTurn } from './probe.ts';
import { wakeChecking } from './target-health.ts';
import { registerTargets } from './target-registration.ts';
import { targetsOf } from './targets-of.ts';

/**
 * Makes a new task one that has been running well since `startedAt` (epoch ms), without walking it there.
 * A task that would not live so long is made younger.
 */
export function ageTask(world: World, task: TaskState, startedAt: number): void {
	const { now } = world.clock;
	const lives = task.containers.map(
		(container) => endingFor(world, task, container)?.after ?? Number.POSITIVE_INFINITY,
	);
	const youngest = Math.ceil(now - Math.min(...lives) * next(world.random) * SECOND);
	const since = Math.max(startedAt, youngest);
	Object.assign(task, {
		createdAt: since - 42 * SECOND,
		connectivity: 'CONNECTED',
		connectivityAt: since - 30 * SECOND,
		pullStartedAt: since - 26 * SECOND,
		pullStoppedAt: since - 14 * SECOND,
		startedAt: since,
		lastStatus: 'RUNNING',
		verdict: 'healthy',
		version: 5,
	} satisfies Partial<TaskState>);
	if (task.networkInterface) task.networkInterface.status = 'ATTACHED';
	for (const container of task.containers) {
		container.imageDigest = imageDigest(container.image);
		container.runtimeId = `${task.taskId}-${digits(world.random, 10)}`;
		container.lastStatus = 'RUNNING';
		container.startedAt = since - 8 * SECOND;
		if (healthCheckOf(world, task, container.name)) container.healthStatus = 'HEALTHY';
		if (willTurn(world, task, container)) wakeProbing(world, task, container);
		planExit(world, task, container);
	}
	task.healthStatus = taskHealth(world, task);
	standBehindLoadBalancers(world, task, since);
}

function standBehindLoadBalancers(world: World, task: TaskState, since: number): void {
	registerTargets(world, task);
	for (const { loadBalancer, group, key, target } of targetsOf(world, task)) {
		if (!target) continue;
		const healthy = { ...target, registeredAt: since - 6 * SECOND, state: 'healthy' as const, streak: 5 };
		delete healthy.reason;
		delete healthy.description;
		delete healthy.nextCheckAt;
		// The check that registering planned finds its target gone from the group's map, and does nothing.
		delete target.nextCheckAt;
		group.targets.set(key, healthy);
		const container = task.containers.find(({ name }) => name === loadBalancer.containerName);
		if (container && willTurn(world, task, container)) {
			wakeChecking(world, { group, target: healthy, task, containerName: container.name });
		}
	}
}

function willTurn(world: World, task: TaskState, container: ContainerState): boolean {
	return nextTurn(behaviourIn(world, task, container), 60) !== undefined;
}
