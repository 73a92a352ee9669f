import { DAY, HOUR, MINUTE, SECOND } from '../world/clock.ts';
import type { DeploymentState } from '../world/deployment.ts';
import { ageTask } from '../world/lifecycle/age-task.ts';
import { durationBetween } from '../world/random.ts';
import { rolloutOf } from '../world/scheduler/rollout-of.ts';
import { DUPLICATES_LEFT_OUT_FOR, say } from '../world/scheduler/say.ts';
import { completeRollout, STEADY } from '../world/scheduler/settle-rollout.ts';
import { startRollout } from '../world/scheduler/start-rollout.ts';
import { createServiceTask } from '../world/scheduler/start-tasks.ts';
import { isShifting } from '../world/shifting/is-shifting.ts';
import { finishShift } from '../world/shifting/finish-shift.ts';
import type { ServiceState } from '../world/service.ts';
import type { TaskDefinitionState } from '../world/task-definition.ts';
import type { World } from '../world/world.ts';

/** Gives a new service the past of one in steady state: two completed rollouts, its tasks, its last events. */
export function giveHistory(
	world: World,
	service: ServiceState,
	revisions: { readonly present: TaskDefinitionState; readonly before?: TaskDefinitionState },
	deployedAt: number,
): void {
	const { now } = world.clock;
	if (revisions.before) {
		const { settings } = service;
		service.settings = { ...settings, taskDefinition: revisions.before.taskDefinitionArn };
		rolledOutAt(world, service, deployedAt - 5 * DAY);
		service.settings = settings;
	}
	const deployment = rolledOutAt(world, service, deployedAt);
	service.deployments.splice(1);
	giveTasks(world, service, deployment, deployedAt);
	const last = now - durationBetween(world.random, 0, 6 * HOUR);
	for (const hoursAgo of [18, 12, 6, 0]) {
		asOf(world, last - hoursAgo * HOUR, () => say(world, service, STEADY, DUPLICATES_LEFT_OUT_FOR));
	}
	service.events.sort((one, other) => other.createdAt - one.createdAt);
}

/** Gives a service the tasks of a deployment, or task set, that have been running well since. */
export function giveTasks(
	world: World,
	service: ServiceState,
	deployment: Pick<DeploymentState, 'id' | 'revision'>,
	deployedAt: number,
): void {
	for (let count = 0; count < service.desiredCount; count++) {
		const upSince = Math.max(deployedAt, world.clock.now - durationBetween(world.random, HOUR, 72 * HOUR));
		const startedAt = upSince + durationBetween(world.random, MINUTE, 3 * MINUTE);
		const task = createServiceTask(world, service, deployment);
		// What there is no room for was never started.
		if ('taskArn' in task && !task.awaits) ageTask(world, task, startedAt);
	}
	service.scheduler.registered.clear();
	service.scheduler.steady = true;
}

/** A rollout that was complete some minutes after `at`. */
function rolledOutAt(world: World, service: ServiceState, at: number): DeploymentState {
	const deployment = asOf(world, at, () => startRollout(world, service));
	const rollout = rolloutOf(service, deployment);
	if (rollout) rollout.startedAt = at + 2 * SECOND;
	if (rollout && isShifting(rollout)) finishShift(world, service, rollout);
	const finishedAt = at + durationBetween(world.random, 3 * MINUTE, 6 * MINUTE);
	asOf(world, finishedAt, () => completeRollout(world, service, deployment));
	return deployment;
}

/** Does something as if it were `at` (epoch ms). */
export function asOf<T>({ clock }: World, at: number, act: () => T): T {
	const { now } = clock;
	clock.now = at;
	const result = act();
	clock.now = now;
	return result;
}
