import { rollingLimits } from '../scheduler/rolling-limits.ts';
import { settle } from '../scheduler/settle-rollout.ts';
import { activeTasksOf, isDrained, startedBy } from '../scheduler/service-tasks.ts';
import { startMissing } from '../scheduler/start-missing.ts';
import { stopTasks } from '../scheduler/stop-tasks.ts';
import { drainedToStop, unfitOrSurplus } from '../scheduler/tasks-to-stop.ts';
import { earliest } from '../scheduler/earliest.ts';
import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { isShifting, type ShiftingRollout } from './is-shifting.ts';
import { leadShift } from './lead-shift.ts';
import { returnTraffic } from './return-traffic.ts';
import { wantedTasks } from './wanted-tasks.ts';

/**
 * One look at a service whose traffic is being shifted: where the deployment is now, and the tasks of each revision.
 * @returns when to look again even if nothing happens (epoch ms)
 */
export function lookShifting(world: World, service: ServiceState, rollout: ShiftingRollout): number | undefined {
	const lead = rollout.status === 'IN_PROGRESS' ? leadShift : returnTraffic;
	let again = lead(world, service, rollout);
	const [primary] = service.deployments;
	if (!primary || primary.rolloutState === 'FAILED' || !isShifting(rollout)) return again;
	for (const deployment of service.deployments) {
		const retryAt = keepTasks(world, service, deployment, wantedTasks(service, rollout, deployment));
		again = earliest(again, retryAt);
	}
	if (rollout.shift.back === 'cleaning-up') settle(world, service, primary);
	return again;
}

/** Each revision has its own tasks, and its own room for replacements. */
function keepTasks(
	world: World,
	service: ServiceState,
	deployment: DeploymentState,
	wanted: number,
): number | undefined {
	const limits = rollingLimits(wanted, service.settings.deploymentConfiguration);
	const drained = startedBy(activeTasksOf(world, service), deployment).filter((task) => isDrained(world, task));
	const upper = Math.max(wanted, limits.upper) - drained.length;
	const doomed = [
		...unfitOrSurplus(world, service, deployment, { wanted, upper }),
		...drainedToStop(world, service, deployment, limits.lower),
	];
	const [primary] = service.deployments;
	if (doomed.length > 0 && primary) stopTasks(world, service, doomed, primary);
	return startMissing(world, service, deployment, { wanted, upper });
}
