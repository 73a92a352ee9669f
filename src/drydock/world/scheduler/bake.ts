import { alarmNamed } from '../alarm.ts';
import { MINUTE } from '../clock.ts';
import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { rolloutOf } from './rollout-of.ts';

/**
 * A rolling deployment whose alarms are watched stays IN_PROGRESS for a while after it is in steady state. ECS computes
 * how long from the alarms (ECS developer guide, deployment alarms) and does not say how: here, until each could have
 * gone off once. A rollback has none.
 * @returns when that is over (epoch ms); undefined when it is, or there is none
 */
export function bake(world: World, service: ServiceState, primary: DeploymentState): number | undefined {
	const rollout = rolloutOf(service, primary);
	if (rollout?.alarms.status !== 'MONITORING' || rollout.shift || rollout.deploymentId !== primary.id) return undefined;
	const periods = rollout.alarms.alarmNames.map(
		(name) => alarmNamed(world.alarms, service.region, name)?.evaluationPeriods ?? 1,
	);
	rollout.bakesUntil ??= world.clock.now + (PUBLICATION_MINUTES + Math.max(...periods)) * MINUTE;
	return rollout.bakesUntil > world.clock.now ? rollout.bakesUntil : undefined;
}

/** A minute's data is there about a minute after it ended. */
const PUBLICATION_MINUTES = 1;
