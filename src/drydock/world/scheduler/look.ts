import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { isShifting } from '../shifting/is-shifting.ts';
import { enterStep } from '../shifting/lead-shift.ts';
import { lookShifting } from '../shifting/look-shifting.ts';
import { tripAlarms } from './trip-alarms.ts';
import { completeEarly } from './complete-early.ts';
import { condemnUnhealthy } from './condemn.ts';
import { earliest } from './earliest.ts';
import { judgeTasks } from './judge.ts';
import { lookAtTaskSets } from './look-at-task-sets.ts';
import { rollingLimits } from './rolling-limits.ts';
import { rollBack } from './roll-back.ts';
import { rolloutOf } from './rollout-of.ts';
import { sayTargets } from './say-targets.ts';
import { activeTasksOf, stayingTasksOf, tasksOf } from './service-tasks.ts';
import { settle } from './settle-rollout.ts';
import { sayStandstill } from './standstill.ts';
import { startMissing } from './start-missing.ts';
import { stopTasks } from './stop-tasks.ts';
import { tasksToStop } from './tasks-to-stop.ts';
import { tripBreaker } from './trip-breaker.ts';

/**
 * One look of the service scheduler: what has failed, what must go, what must be started, is all well.
 * @returns when it must look again even if nothing happens (epoch ms)
 */
export function look(world: World, service: ServiceState): number | undefined {
	const tellAt = sayTargets(world, service);
	if (service.status !== 'ACTIVE') return tellAt;
	if (service.taskSets.length > 0) return earliest(tellAt, lookAtTaskSets(world, service));
	const graceEnds = condemnUnhealthy(world, service, activeTasksOf(world, service));
	judgeTasks(world, service, tasksOf(world, service));
	tripBreaker(world, service);
	tripAlarms(world, service);
	rollBackAsRequested(world, service);
	const primary = service.deployments[0];
	if (!primary || primary.rolloutState === 'FAILED') return earliest(tellAt, graceEnds);
	const rollout = rolloutOf(service, primary);
	if (rollout?.status === 'PENDING') {
		rollout.status = 'IN_PROGRESS';
		rollout.startedAt = rollout.updatedAt = world.clock.now;
		if (isShifting(rollout)) enterStep(world, service, rollout);
	}
	const again = isShifting(rollout) ? lookShifting(world, service, rollout) : lookRolling(world, service, primary);
	return earliest(tellAt, graceEnds, again);
}

/** Somebody wanted it rolled back since the last look. */
function rollBackAsRequested(world: World, service: ServiceState): void {
	const requested = service.serviceDeployments.find(({ status }) => status === 'ROLLBACK_REQUESTED');
	if (requested) rollBack(world, service, requested);
}

function lookRolling(world: World, service: ServiceState, primary: DeploymentState): number | undefined {
	const limits = rollingLimits(service.desiredCount, service.settings.deploymentConfiguration);
	const doomed = tasksToStop(world, service, primary, limits);
	if (doomed.length > 0) stopTasks(world, service, doomed, primary);
	const active = activeTasksOf(world, service);
	const upper = limits.upper - (active.length - stayingTasksOf(world, service, primary).length);
	const retryAt = startMissing(world, service, primary, { wanted: service.desiredCount, upper });
	sayStandstill(world, service, primary, limits);
	return earliest(retryAt, completeEarly(world, service, primary), settle(world, service, primary));
}
