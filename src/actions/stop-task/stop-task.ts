import type { Action } from '../action.ts';
import { followStopTask } from './follow-stop-task.ts';
import { planStopTask } from './plan-stop-task.ts';
import { readStopTaskSnapshot, type StopTaskInput, type StopTaskSnapshot } from './stop-task-snapshot.ts';

/** Stops some tasks of one service, or of none. */
export const stopTask: Action<StopTaskSnapshot, StopTaskInput> = {
	verb: 'stop-task',
	read: readStopTaskSnapshot,
	plan: planStopTask,
	recover(change, _before, { tasks }) {
		if (change.name !== 'ecs:StopTask') return undefined;
		const task = tasks.find(({ taskArn }) => taskArn === change.input.task);
		// By its reason it is ours: somebody else may have stopped it meanwhile.
		return task?.desiredStatus === 'STOPPED' && task.stoppedReason === change.input.reason ? {} : undefined;
	},
	follow: followStopTask,
};
