import { isShifting } from '../../world/shifting/is-shifting.ts';
import { wantedTasks } from '../../world/shifting/wanted-tasks.ts';
import { rolloutOf } from '../../world/scheduler/rollout-of.ts';
import type { ServiceState } from '../../world/service.ts';

/** How many tasks a deployment (`ecs-svc/…`) of the service is asked to have: the PRIMARY all, the others none, unless traffic is shifted. */
export function requestedTasks(service: ServiceState, id: string): number {
	const [primary] = service.deployments;
	const rollout = primary && rolloutOf(service, primary);
	if (isShifting(rollout)) return wantedTasks(service, rollout, { id });
	return id === primary?.id ? service.desiredCount : 0;
}
