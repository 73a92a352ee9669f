import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import type { RollingLimits } from './rolling-limits.ts';
import { activeTasksOf, countsAsHealthy, isDrained, startedBy, stayingTasksOf } from './service-tasks.ts';
import type { TaskRoom } from './start-missing.ts';

/** The tasks that must go now: unhealthy and replaced, more than wanted, or of an older deployment and not needed any more. */
export function tasksToStop(
	world: World,
	service: ServiceState,
	primary: DeploymentState,
	limits: RollingLimits,
): TaskState[] {
	const active = activeTasksOf(world, service);
	const ours = stayingTasksOf(world, service, primary);
	const upper = limits.upper - (active.length - ours.length);
	return [
		...unfitOrSurplus(world, service, primary, { wanted: service.desiredCount, upper }),
		...olderToStop(world, service, active, ours, limits),
	];
}

/** The tasks of a deployment that must go now, whatever else the service has: unhealthy and replaced, or more than wanted. */
export function unfitOrSurplus(
	world: World,
	service: ServiceState,
	deployment: DeploymentState,
	room: TaskRoom,
): TaskState[] {
	const ours = stayingTasksOf(world, service, deployment);
	return [...unhealthyToStop(world, ours, room), ...surplusToStop(world, ours, room)];
}

/**
 * Replacements are started first and the unhealthy tasks stopped when those have proved themselves, or failed too;
 * where maximumPercent leaves no room, unhealthy tasks are stopped one by one (ECS API reference, maximumPercent).
 */
function unhealthyToStop(world: World, ours: readonly TaskState[], { wanted, upper }: TaskRoom): TaskState[] {
	const condemned = ours.filter((task) => task.condemned);
	const undecided = ours.filter((task) => !task.condemned && !countsAsHealthy(world, task)).length;
	const replaced = ours.length - wanted - undecided;
	const lackRoom = ours.length >= upper && wanted + condemned.length > ours.length;
	return condemned.slice(0, Math.max(replaced, lackRoom ? 1 : 0));
}

/** Scale-in: what has not started yet goes first; protected tasks stay. */
function surplusToStop(world: World, ours: readonly TaskState[], { wanted }: TaskRoom): TaskState[] {
	const sound = ours.filter((task) => !task.condemned);
	const stoppable = sound.filter((task) => (task.protectedUntil ?? 0) <= world.clock.now);
	const surplus = Math.max(0, sound.length - wanted);
	const byProgress = stoppable.toSorted((one, other) => Number(isUp(one)) - Number(isUp(other)));
	return byProgress.slice(0, surplus);
}

function isUp({ lastStatus }: TaskState): boolean {
	return lastStatus === 'RUNNING';
}

/**
 * Of a deployment's tasks on instances that drain: those that are not up at once, the others as they are replaced (ECS API
 * reference, UpdateContainerInstancesState).
 */
export function drainedToStop(
	world: World,
	service: ServiceState,
	deployment: DeploymentState,
	lower: number,
): TaskState[] {
	const ours = startedBy(activeTasksOf(world, service), deployment);
	const healthy = ours.filter((task) => countsAsHealthy(world, task));
	const drained = ours.filter((task) => isDrained(world, task));
	const useless = drained.filter((task) => !healthy.includes(task));
	const upThere = drained.filter((task) => healthy.includes(task));
	return [...useless, ...upThere.slice(0, Math.max(0, healthy.length - lower))];
}

/** Older tasks, and those on instances that drain, go as newer ones replace them, or to make room, never below the lower bound. */
function olderToStop(
	world: World,
	service: ServiceState,
	active: readonly TaskState[],
	ours: readonly TaskState[],
	limits: RollingLimits,
): TaskState[] {
	const older = active.filter((task) => !ours.includes(task));
	const healthy = older.filter((task) => countsAsHealthy(world, task));
	const useless = older.filter((task) => !healthy.includes(task));
	const ourHealthy = ours.filter((task) => countsAsHealthy(world, task)).length;
	const missing = service.desiredCount - ours.length;
	const room = limits.upper - (active.length - useless.length);
	const wanted = Math.max(healthy.length - (service.desiredCount - ourHealthy), missing - Math.max(0, room));
	const allowed = ourHealthy + healthy.length - limits.lower;
	return [...useless, ...healthy.slice(0, Math.max(0, Math.min(wanted, allowed)))];
}
