import { SPOT } from '../capacity-provider.ts';
import { next } from '../random.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { stopTask } from './stop-task.ts';

/**
 * Takes the capacity of up to `count` running tasks of Fargate Spot back, at random. They get the two minutes' warning, which
 * is when their service learns of it and looks for others (ECS developer guide, Fargate capacity providers).
 */
export function interruptSpot(world: World, count: number): void {
	const left = [...world.tasks.values()].filter(isTakeable);
	for (let taken = 0; taken < count && left.length > 0; taken++) {
		const [task] = left.splice(Math.floor(next(world.random) * left.length), 1);
		if (!task) return;
		stopTask(world, task, { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' });
	}
}

function isTakeable({ capacityProviderName, lastStatus, desiredStatus }: TaskState): boolean {
	return capacityProviderName === SPOT && lastStatus === 'RUNNING' && desiredStatus === 'RUNNING';
}
