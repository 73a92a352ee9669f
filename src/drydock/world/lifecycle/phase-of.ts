import { unit } from '../noise.ts';
import { seedOf } from '../random.ts';
import type { TaskState } from '../task.ts';

/** How far into an interval the checks of a task come, 0 to 1: those of different tasks are not in step. */
export function phaseOf({ taskId }: TaskState): number {
	return unit(seedOf(taskId), 3);
}
