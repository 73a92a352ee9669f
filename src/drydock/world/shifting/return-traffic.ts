import { SECOND } from '../clock.ts';
import { between } from '../random.ts';
import { activeTasksOf, countsAsHealthy } from '../scheduler/service-tasks.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import type { ShiftingRollout } from './is-shifting.ts';
import { shiftTraffic, TRAFFIC_TAKES } from './traffic.ts';

/**
 * Leads a rollback: the old revision gets all traffic back at once, or as soon as its tasks can take it when they were
 * being cleaned up; when the load balancer has followed, the new revision's tasks may go.
 * @returns when to look again even if nothing happens (epoch ms)
 */
export function returnTraffic(world: World, service: ServiceState, rollout: ShiftingRollout): number | undefined {
	const { shift } = rollout;
	const hasShifted = shift.production > 0 || shift.test > 0;
	if (shift.back !== 'shifting' && shift.back !== 'cleaning-up') {
		shift.back = 'getting-ready';
		const old = activeTasksOf(world, service).filter(({ startedBy }) => startedBy === shift.sourceId);
		const ready = old.filter((task) => countsAsHealthy(world, task)).length;
		if (shift.production > 0 && ready < service.desiredCount) return undefined;
		shift.back = hasShifted ? 'shifting' : 'cleaning-up';
		shift.stepEndsAt = Math.ceil(
			world.clock.now + between(world.random, TRAFFIC_TAKES.from, TRAFFIC_TAKES.to) * SECOND,
		);
		rollout.updatedAt = world.clock.now;
		shiftTraffic(world, service, rollout, { production: 0, test: 0 });
	}
	if (shift.back === 'cleaning-up') return undefined;
	if (world.clock.now < shift.stepEndsAt) return shift.stepEndsAt;
	shift.back = 'cleaning-up';
	return undefined;
}
