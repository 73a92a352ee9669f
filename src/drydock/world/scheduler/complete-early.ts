import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { bake } from './bake.ts';
import { rolloutOf } from './rollout-of.ts';
import { activeTasksOf, countsAsHealthy, startedBy } from './service-tasks.ts';
import { completeRollout } from './settle-rollout.ts';

/**
 * Completes a rolling deployment as soon as its early success criteria are met: enough new tasks are healthy, the old ones
 * are gone unless that may wait, and the bake time is over. What is missing goes on in the background (ECS API reference,
 * DeploymentEarlySuccessCriteria).
 * @returns when the bake time is over (epoch ms), while it lasts
 */
export function completeEarly(world: World, service: ServiceState, primary: DeploymentState): number | undefined {
	const rollout = rolloutOf(service, primary);
	const criteria = rollout?.deploymentConfiguration.earlySuccessCriteria;
	if (!criteria?.enable || rollout?.status !== 'IN_PROGRESS' || primary.rolloutState !== 'IN_PROGRESS')
		return undefined;
	const active = activeTasksOf(world, service);
	const ours = startedBy(active, primary);
	const healthy = ours.filter((task) => countsAsHealthy(world, task)).length;
	if (healthy < Math.ceil((service.desiredCount * criteria.healthyPercent) / 100)) return undefined;
	if (criteria.sourceServiceRevisionCleanup === 'BLOCKING' && ours.length < active.length) return undefined;
	const bakesUntil = bake(world, service, primary);
	if (bakesUntil === undefined) completeRollout(world, service, primary);
	return bakesUntil;
}
