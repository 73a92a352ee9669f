import { MINUTE } from '../clock.ts';
import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { sayPlaced } from './say-unplaced.ts';
import { startedBy, stayingTasksOf, tasksOf } from './service-tasks.ts';
import { startTasks } from './start-tasks.ts';

/** A service launches 500 tasks a minute on Fargate (ECS service quotas), here in batches. */
const BATCH = 50;
const MS_PER_LAUNCH = MINUTE / 500;

/** How many tasks a deployment is to have, and how many there may be of it, those to be replaced included. */
export type TaskRoom = { readonly wanted: number; readonly upper: number };

/** Starts what is missing, as far as there is room; gives when to go on while starts are throttled. */
export function startMissing(
	world: World,
	service: ServiceState,
	deployment: DeploymentState,
	{ wanted, upper }: TaskRoom,
): number | undefined {
	const ours = stayingTasksOf(world, service, deployment);
	const condemned = ours.filter((task) => task.condemned).length;
	const missing = wanted + condemned - ours.length;
	const due = Math.min(missing, Math.max(upper, 0) - ours.length);
	if (missing <= 0 && deployment === service.deployments[0]) sayPlaced(service);
	if (due <= 0) return undefined;
	const { scheduler } = service;
	const notBefore = Math.max(scheduler.noStartBefore, scheduler.noLaunchBefore);
	if (world.clock.now < notBefore) return notBefore;
	const count = Math.min(due, BATCH);
	scheduler.noLaunchBefore = world.clock.now + count * MS_PER_LAUNCH;
	const replaced = Math.min(count, unhealthyGoneOrGoing(world, service, deployment));
	const retryAt = startTasks(world, service, deployment, count, replaced);
	return retryAt ?? (count < due ? scheduler.noLaunchBefore : undefined);
}

/** Unhealthy tasks of the deployment that no replacement was announced for yet. */
function unhealthyGoneOrGoing(world: World, service: ServiceState, deployment: DeploymentState): number {
	const unannounced = startedBy(tasksOf(world, service), deployment).flatMap(({ condemned }) =>
		condemned && !condemned.announced ? [condemned] : [],
	);
	for (const condemned of unannounced) condemned.announced = true;
	return unannounced.length;
}
