import type { ServiceDeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { planLook } from './plan-look.ts';

/** Somebody wants an unfinished rollout back: the scheduler's next look begins it. One that goes back already goes on. */
export function requestRollback(world: World, service: ServiceState, rollout: ServiceDeploymentState): void {
	if (rollout.status !== 'PENDING' && rollout.status !== 'IN_PROGRESS') return;
	rollout.status = 'ROLLBACK_REQUESTED';
	rollout.updatedAt = world.clock.now;
	planLook(world, service);
}
