import type { ServiceState } from '../service.ts';
import { wantedTasks, type TaskSetState } from '../task-set.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { condemnUnhealthy } from './condemn.ts';
import { earliest } from './earliest.ts';
import { judgeTasks } from './judge.ts';
import { DUPLICATES_LEFT_OUT_FOR, listed, say, sayOf } from './say.ts';
import { activeTasksOf, countsAsHealthy, startedBy, tasksOf } from './service-tasks.ts';
import { STEADY } from './settle-rollout.ts';
import { startPlaced } from './start-tasks.ts';
import { stopTasks } from './stop-tasks.ts';

/**
 * The scheduler's look at a service that CodeDeploy deploys: brings each task set to its scale, and forgets those that are
 * drained. Which set serves is CodeDeploy's business.
 * @returns when it must look again even if nothing happens (epoch ms)
 */
export function lookAtTaskSets(world: World, service: ServiceState): number | undefined {
	const graceEnds = condemnUnhealthy(world, service, activeTasksOf(world, service));
	judgeTasks(world, service, tasksOf(world, service));
	const retries = service.taskSets.flatMap((set) => bringToScale(world, service, set) ?? []);
	const left = tasksOf(world, service).filter(({ lastStatus }) => lastStatus !== 'STOPPED');
	for (const set of service.taskSets) judgeStability(world, service, set, startedBy(left, set));
	const gone = service.taskSets.filter(({ status, id }) => {
		return status === 'DRAINING' && !left.some((task) => task.startedBy === id);
	});
	for (const set of gone) service.taskSets.splice(service.taskSets.indexOf(set), 1);
	sayWhenSteady(world, service);
	return earliest(graceEnds, ...retries);
}

function bringToScale(world: World, service: ServiceState, set: TaskSetState): number | undefined {
	const own = startedBy(activeTasksOf(world, service), set);
	const wanted = wantedTasks(service.desiredCount, set);
	const sound = own.filter(({ condemned }) => !condemned);
	const condemned = own.filter((task) => task.condemned);
	// An unhealthy task goes when its replacement is up, as in a rolling service.
	const replaced =
		sound.filter((task) => countsAsHealthy(world, task)).length >= wanted ? condemned : condemned.slice(0, 1);
	const doomed = [...replaced, ...sound.slice(wanted)];
	if (doomed.length > 0) stopTasks(world, service, doomed, set);
	const missing = wanted - sound.length;
	if (missing <= 0) return undefined;
	if (world.clock.now < service.scheduler.noStartBefore) return service.scheduler.noStartBefore;
	return startPlaced(world, service, set, missing, (tasks) => {
		sayOf(world, service, set.id, `has started ${tasks.length} tasks: ${listed(tasks)}.`);
	});
}

/** Steady: as many tasks run as the scale wants, all of them healthy, and none is on its way (ECS API reference, TaskSet.stabilityStatus). */
function judgeStability(world: World, service: ServiceState, set: TaskSetState, own: readonly TaskState[]): void {
	const all =
		own.length === wantedTasks(service.desiredCount, set) && own.every((task) => countsAsHealthy(world, task));
	const status = all ? 'STEADY_STATE' : 'STABILIZING';
	if (set.stabilityStatus === status) return;
	set.stabilityStatus = status;
	set.stabilityStatusAt = set.updatedAt = world.clock.now;
}

function sayWhenSteady(world: World, service: ServiceState): void {
	const steady = service.taskSets.every(({ stabilityStatus }) => stabilityStatus === 'STEADY_STATE');
	if (steady) {
		if (!service.scheduler.steady) service.scheduler.lastSaid.delete(STEADY);
		say(world, service, STEADY, DUPLICATES_LEFT_OUT_FOR);
	}
	service.scheduler.steady = steady;
}
