import type { TaskState, TaskStatus } from '../task.ts';
import type { World } from '../world.ts';

/** Moves a task to its next status and tells those who watch. */
export function moveTo(world: World, task: TaskState, status: TaskStatus): void {
	task.lastStatus = status;
	taskChanged(world, task);
}

/** Counts a change of a task, and tells those who watch. */
export function taskChanged(world: World, task: TaskState): void {
	task.version += 1;
	for (const watch of world.taskWatchers) watch(world, task);
}
