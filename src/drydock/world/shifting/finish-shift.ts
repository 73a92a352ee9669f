import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import type { ShiftingRollout } from './is-shifting.ts';
import { shiftTraffic } from './traffic.ts';

/** Takes a rollout to its last step without going the way: for one of the past. */
export function finishShift(world: World, service: ServiceState, rollout: ShiftingRollout): void {
	const { shift } = rollout;
	shift.place = shift.steps.length - 1;
	for (const hook of shift.hooks) hook.status = 'SUCCEEDED';
	shiftTraffic(world, service, rollout, { production: 100, test: 100 });
}
