import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import type { RollingLimits } from './rolling-limits.ts';
import { DUPLICATES_LEFT_OUT_FOR, say } from './say.ts';
import { activeTasksOf, countsAsHealthy, startedBy } from './service-tasks.ts';

/** Says so when a rollout may neither start a task nor stop one: no room above, and every healthy task needed. */
export function sayStandstill(
	world: World,
	service: ServiceState,
	primary: DeploymentState,
	limits: RollingLimits,
): void {
	if (primary.rolloutState !== 'IN_PROGRESS') return;
	const active = activeTasksOf(world, service);
	const missing = service.desiredCount - startedBy(active, primary).length;
	const isFull = active.length >= limits.upper && active.length <= limits.lower;
	if (missing <= 0 || !isFull || !active.every((task) => countsAsHealthy(world, task))) return;
	const advice = 'Update the minimumHealthyPercent or maximumPercent value and try again.';
	const text = `was unable to stop or start tasks during a deployment because of the service deployment configuration. ${advice}`;
	say(world, service, text, DUPLICATES_LEFT_OUT_FOR);
}
