import type { StopTaskRequest, StopTaskResponse } from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { stopTask as stop } from '../../world/lifecycle/stop-task.ts';
import type { World } from '../../world/world.ts';
import { findCluster } from './find-cluster.ts';
import { findTask } from './find-task.ts';
import { taskShape } from './task-shape.ts';

/** A service starts a replacement; a task that already stops stays as it is. */
export function stopTask(world: World, call: Call, input: StopTaskRequest): StopTaskResponse {
	const task = findTask(world, findCluster(world, call, input.cluster), input.task);
	stop(world, task, { stopCode: 'UserInitiated', stoppedReason: input.reason ?? 'Task stopped by user' });
	return { task: taskShape(world, task) };
}
