import { MINUTE, SECOND } from '../clock.ts';
import { between } from '../random.ts';
import { fail } from '../scheduler/fail-rollout.ts';
import { endMonitoring } from '../scheduler/rollout-of.ts';
import { activeTasksOf, countsAsHealthy, tasksOf } from '../scheduler/service-tasks.ts';
import type { ServiceState } from '../service.ts';
import type { ShiftStep } from '../shift.ts';
import type { World } from '../world.ts';
import type { ShiftingRollout } from './is-shifting.ts';
import { askHooks, startHooks } from './run-hooks.ts';
import { shiftTraffic, TRAFFIC_TAKES } from './traffic.ts';

/** Seconds that a stage takes when nothing holds it up; AWS promises nothing. */
const SHORTEST = { from: 3, to: 8 };

/** Begins the step that the deployment is at. */
export function enterStep(world: World, service: ServiceState, rollout: ShiftingRollout): void {
	const { shift } = rollout;
	const step = shift.steps[shift.place];
	if (!step) return;
	const { from, to } = /^(TEST|PRODUCTION)/.test(step.stage) ? TRAFFIC_TAKES : SHORTEST;
	const lasts = between(world.random, from, to) * SECOND + step.bakeMinutes * MINUTE;
	shift.stepEndsAt = Math.ceil(world.clock.now + lasts);
	rollout.updatedAt = world.clock.now;
	shiftTraffic(world, service, rollout, step);
	startHooks(world, rollout.deploymentConfiguration, shift);
}

/**
 * Leads a deployment through its steps as far as it may go now.
 * @returns when to look again even if nothing happens (epoch ms)
 */
export function leadShift(world: World, service: ServiceState, rollout: ShiftingRollout): number | undefined {
	const { shift } = rollout;
	const step = shift.steps[shift.place];
	if (!step) return undefined;
	const hooks = askHooks(world, shift);
	if (hooks.is === 'failed') {
		fail(world, service, rollout, { event: hooks.reason, reason: hooks.reason, rollsBack: true });
		return shift.stepEndsAt;
	}
	if (world.clock.now < shift.stepEndsAt) {
		return hooks.is === 'waiting' ? Math.min(hooks.until, shift.stepEndsAt) : shift.stepEndsAt;
	}
	if (hooks.is === 'waiting') return hooks.until;
	if (!isDone(world, service, rollout, step)) return undefined;
	if (shift.place === shift.steps.length - 1) {
		succeed(world, rollout);
		return world.clock.now;
	}
	shift.place += 1;
	enterStep(world, service, rollout);
	return shift.stepEndsAt;
}

/** Whether the tasks are as the step is to leave them. */
function isDone(world: World, service: ServiceState, rollout: ShiftingRollout, { stage }: ShiftStep): boolean {
	const { deploymentId, shift } = rollout;
	if (stage === 'SCALE_UP') {
		const ours = activeTasksOf(world, service).filter(({ startedBy }) => startedBy === deploymentId);
		return ours.filter((task) => countsAsHealthy(world, task)).length >= service.desiredCount;
	}
	if (stage !== 'RECONCILE_SERVICE' && stage !== 'CLEAN_UP') return true;
	const kept = stage === 'CLEAN_UP' ? [deploymentId] : [deploymentId, shift.sourceId];
	const others = tasksOf(world, service).filter(({ startedBy }) => !kept.includes(startedBy));
	return others.every(({ lastStatus }) => lastStatus !== 'RUNNING' && lastStatus !== 'DEACTIVATING');
}

/**
 * The old revision has no running task any more; its last ones may still be stopping. The deployment (`ecs-svc/…`)
 * is completed a little later, in steady state: people have measured half a minute.
 */
function succeed(world: World, rollout: ShiftingRollout): void {
	rollout.status = 'SUCCESSFUL';
	rollout.finishedAt = rollout.updatedAt = world.clock.now;
	endMonitoring(rollout);
}
