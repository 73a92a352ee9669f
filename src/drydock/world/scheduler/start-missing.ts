import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import type { RollingLimits } from './rolling-limits.ts';
import { activeTasksOf, startedBy, tasksOf } from './service-tasks.ts';
import { startTasks } from './start-tasks.ts';

/** Starts what is missing, as far as the upper bound leaves room; gives when to try again while starts are throttled. */
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
	const count = Math.min(missing, Math.max(limits.upper, 0) - active.length);
	if (count <= 0) return undefined;
	if (world.clock.now < service.scheduler.noStartBefore) return service.scheduler.noStartBefore;
	const replaced = Math.min(count, unhealthyGoneOrGoing(world, service, primary));
	startTasks(world, service, primary, count, replaced);
	return undefined;
}

/** Unhealthy tasks of the deployment that no replacement was announced for yet. */
function unhealthyGoneOrGoing(world: World, service: ServiceState, primary: DeploymentState): number {
	const unannounced = startedBy(tasksOf(world, service), primary).flatMap(({ condemned }) =>
		condemned && !condemned.announced ? [condemned] : [],
	);
	for (const condemned of unannounced) condemned.announced = true;
	return unannounced.length;
}
