import { MINUTE } from '../world/clock.ts';
import { uuid } from '../world/random.ts';
import type { ScalableTargetState, ScalingActivityState } from '../world/scaling.ts';
import { runningTasksOf } from '../world/scheduler/service-tasks.ts';
import { setDesiredCount } from '../world/scheduler/set-desired-count.ts';
import { TASKS_PER_SERVICE } from '../world/scheduler/task-quota.ts';
import type { ServiceState } from '../world/service.ts';
import type { World } from '../world/world.ts';

type NotScaledReason = NonNullable<ScalingActivityState['notScaledReasons']>[number];

/** Sets the desired count and begins the activity that tells of it; ECS takes no count above its quota. */
export function scaleTo(
	world: World,
	target: ScalableTargetState,
	service: ServiceState,
	count: number,
	cause: string,
): void {
	const activity = {
		activityId: uuid(world.random),
		description: `Setting desired count to ${count}.`,
		cause,
		startedAt: world.clock.now,
	};
	if (count > TASKS_PER_SERVICE) {
		const statusMessage = `Failed to set desired count to ${count}`;
		target.activities.unshift({ ...activity, endedAt: world.clock.now, statusCode: 'Failed', statusMessage });
		return;
	}
	target.activities.unshift({
		...activity,
		statusCode: 'InProgress',
		statusMessage: `Successfully set desired count to ${count}. Waiting for change to be fulfilled by ecs.`,
		toCount: count,
	});
	setDesiredCount(world, service, count);
}

/** Tells why an alarm changed nothing. */
export function notScaled(world: World, target: ScalableTargetState, cause: string, reason: NotScaledReason): void {
	target.activities.unshift({
		activityId: uuid(world.random),
		description: 'Attempting to scale due to alarm triggered',
		cause,
		startedAt: world.clock.now,
		endedAt: world.clock.now,
		statusCode: 'Failed',
		notScaledReasons: [reason],
	});
}

/** AWS tells neither after how long an activity is given up as Unfulfilled, nor with which message: it keeps its last. */
const GIVEN_UP_AFTER = 10 * MINUTE;

/** Ends the activities whose tasks run by now, or will not any more, or whose count somebody has changed since. */
export function settleActivities(world: World, target: ScalableTargetState, service: ServiceState): void {
	for (const activity of target.activities) {
		if (activity.statusCode !== 'InProgress' || activity.toCount === undefined) continue;
		const done = `Successfully set desired count to ${activity.toCount}.`;
		if (service.desiredCount !== activity.toCount) {
			activity.statusCode = 'Overridden';
			activity.statusMessage = `${done} Found it was later changed to ${service.desiredCount}.`;
		} else if (runningTasksOf(world, service).length === activity.toCount) {
			activity.statusCode = 'Successful';
			activity.statusMessage = `${done} Change successfully fulfilled by ecs.`;
		} else if (world.clock.now - activity.startedAt >= GIVEN_UP_AFTER) activity.statusCode = 'Unfulfilled';
		else continue;
		activity.endedAt = world.clock.now;
	}
}
