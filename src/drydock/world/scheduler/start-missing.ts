import { MINUTE } from '../clock.ts';
import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import type { RollingLimits } from './rolling-limits.ts';
import { activeTasksOf, startedBy, tasksOf } from './service-tasks.ts';
import { startTasks } from './start-tasks.ts';

/** A service launches 500 tasks a minute on Fargate (ECS service quotas), here in batches. */
const BATCH = 50;
const MS_PER_LAUNCH = MINUTE / 500;

/** Starts what is missing, as far as the upper bound leaves room; gives when to go on while starts are throttled. */
export function startMissing(
	world: World,
	service: ServiceState,
	primary: DeploymentState,
	limits: RollingLimits,
): number | undefined {
	const active = activeTasksOf(world, service);
	const ours = startedBy(active, primary);
	const condemned = ours.filter((task) => task.condemned).length;
	const missing = service.desiredCount + condemned - ours.length;
	const wanted = Math.min(missing, Math.max(limits.upper, 0) - active.length);
	if (wanted <= 0) return undefined;
	const { scheduler } = service;
	const notBefore = Math.max(scheduler.noStartBefore, scheduler.noLaunchBefore);
	if (world.clock.now < notBefore) return notBefore;
	const count = Math.min(wanted, BATCH);
	scheduler.noLaunchBefore = world.clock.now + count * MS_PER_LAUNCH;
	const replaced = Math.min(count, unhealthyGoneOrGoing(world, service, primary));
	startTasks(world, service, primary, count, replaced);
	return count < wanted ? scheduler.noLaunchBefore : undefined;
}

/** Unhealthy tasks of the deployment that no replacement was announced for yet. */
function unhealthyGoneOrGoing(world: World, service: ServiceState, primary: DeploymentState): number {
	const unannounced = startedBy(tasksOf(world, service), primary).flatMap(({ condemned }) =>
		condemned && !condemned.announced ? [condemned] : [],
	);
	for (const condemned of unannounced) condemned.announced = true;
	return unannounced.length;
}
