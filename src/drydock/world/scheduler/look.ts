import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { condemnUnhealthy } from './condemn.ts';
import { judgeTasks } from './judge.ts';
import { lookAtTaskSets } from './look-at-task-sets.ts';
import { rollingLimits } from './rolling-limits.ts';
import { tripBreaker } from './roll-back.ts';
import { rolloutOf } from './rollout-of.ts';
import { sayTargets } from './say-targets.ts';
import { activeTasksOf, tasksOf } from './service-tasks.ts';
import { settle } from './settle-rollout.ts';
import { sayStandstill } from './standstill.ts';
import { startMissing } from './start-missing.ts';
import { stopTasks } from './stop-tasks.ts';
import { tasksToStop } from './tasks-to-stop.ts';

/**
 * One look of the service scheduler: what has failed, what must go, what must be started, is all well.
 * @returns when it must look again even if nothing happens (epoch ms)
 */
export function look(world: World, service: ServiceState): number | undefined {
	const tellAt = sayTargets(world, service);
	if (service.status !== 'ACTIVE') return tellAt;
	if (service.taskSets.length > 0) return earlier(tellAt, lookAtTaskSets(world, service));
	const graceEnds = condemnUnhealthy(world, service, activeTasksOf(world, service));
	judgeTasks(world, service, tasksOf(world, service));
	tripBreaker(world, service);
	const primary = service.deployments[0];
	if (!primary || primary.rolloutState === 'FAILED') return earlier(tellAt, graceEnds);
	const rollout = rolloutOf(service, primary);
	if (rollout?.status === 'PENDING') {
		rollout.status = 'IN_PROGRESS';
		rollout.startedAt = rollout.updatedAt = world.clock.now;
	}
	const limits = rollingLimits(service.desiredCount, service.settings.deploymentConfiguration);
	const doomed = tasksToStop(world, service, primary, limits);
	if (doomed.length > 0) stopTasks(world, service, doomed, primary);
	const retryAt = startMissing(world, service, primary, limits);
	sayStandstill(world, service, primary, limits);
	settle(world, service, primary);
	return earlier(tellAt, earlier(graceEnds, retryAt));
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
	if (one === undefined || other === undefined) return one ?? other;
	return Math.min(one, other);
}
