import type { Action } from '../action.ts';
import { followRunTask } from './follow-run-task.ts';
import { planRunTask } from './plan-run-task.ts';
import type { RunTaskInput } from './run-task-input.ts';
import { readRunTaskSnapshot, type RunTaskSnapshot } from './run-task-snapshot.ts';

/** A copy of a service's task, with a command of its own. */
export const runTask: Action<RunTaskSnapshot, RunTaskInput> = {
	verb: 'run-task',
	read: readRunTaskSnapshot,
	plan: planRunTask,
	recover(change, _before, { ours: [task] }) {
		return change.name === 'ecs:RunTask' && task ? { taskArn: task.taskArn } : undefined;
	},
	follow: followRunTask,
};
