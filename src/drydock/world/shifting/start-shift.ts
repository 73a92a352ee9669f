import type { DeploymentState } from '../deployment.ts';
import { activeTasksOf } from '../scheduler/service-tasks.ts';
import type { ServiceState } from '../service.ts';
import type { ShiftState } from '../shift.ts';
import type { World } from '../world.ts';
import { shiftSteps } from './shift-steps.ts';

/** Where a deployment of the service's strategy begins; undefined for a rolling one. */
export function startShift(
	world: World,
	service: ServiceState,
	source: DeploymentState | undefined,
): ShiftState | undefined {
	const { deploymentConfiguration } = service.settings;
	if (deploymentConfiguration.strategy === 'ROLLING') return undefined;
	const reconciles = activeTasksOf(world, service).some(({ startedBy }) => startedBy !== source?.id);
	return {
		...(source && { sourceId: source.id }),
		steps: shiftSteps(deploymentConfiguration, { reconciles, isFirst: source === undefined }),
		place: 0,
		stepEndsAt: world.clock.now,
		production: 0,
		test: 0,
		hooks: [],
	};
}
