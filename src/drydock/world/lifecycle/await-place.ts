import { after } from '../advance.ts';
import { MINUTE, SECOND } from '../clock.ts';
import { findPlace, isPlace, type Unplaced } from '../placement/find-place.ts';
import type { PlacementRequest } from '../placement/placement-request.ts';
import { between } from '../random.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { placeTask } from './place-task.ts';
import { stopTask } from './stop-task.ts';

/**
 * Keeps a task PROVISIONING until an instance has room for it, 10 to 30 minutes long, and gives up then (AWS's blog, deep
 * dive on ECS cluster auto scaling). The reasons are those of the ECS developer guide, API failure reasons.
 */
export function awaitPlace(world: World, task: TaskState, request: PlacementRequest, placed: () => void): void {
	const givesUpAt = world.clock.now + between(world.random, 10, 30) * MINUTE;
	const tryAgain = (): void => after(world, between(world.random, 5, 10) * SECOND, look);
	const look = (): void => {
		if (task.desiredStatus === 'STOPPED') return;
		const found = findPlace(world, request);
		if (isPlace(found)) {
			delete task.awaits;
			placeTask(world, task, found, request.networkConfiguration);
			placed();
		} else if (world.clock.now < givesUpAt) tryAgain();
		else giveUp(world, task, found);
	};
	tryAgain();
}

function giveUp(world: World, task: TaskState, { lacking, hasInstances }: Unplaced): void {
	const why = lacking[0]?.lack ?? (hasInstances ? 'NO ACTIVE INSTANCES' : 'EMPTY CAPACITY PROVIDER');
	stopTask(world, task, {
		stopCode: 'TaskFailedToStart',
		stoppedReason: `TaskFailedToStart: ${why.replace(/\.$/, '')}`,
	});
}
