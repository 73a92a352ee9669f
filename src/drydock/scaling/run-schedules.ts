import { MINUTE } from '../world/clock.ts';
import type { World } from '../world/world.ts';
import { setCapacity } from './set-capacity.ts';
import { isDue } from './schedule.ts';

/** Runs the scheduled actions that are due; to be called once a minute. */
export function runSchedules(world: World): void {
	const minute = Math.floor(world.clock.now / MINUTE) * MINUTE;
	for (const target of world.scalableTargets.values()) {
		if (target.suspended.scheduledScaling) continue;
		for (const action of target.scheduledActions) {
			if (isDue(action, minute)) setCapacity(world, target, action);
		}
	}
}
