import type { Action } from '../action.ts';
import { cannotTell } from '../cannot-tell.ts';
import { followRunTask } from './follow-run-task.ts';
import { planRunTask } from './plan-run-task.ts';
import type { RunTaskInput } from './run-task-input.ts';
import { readRunTaskSnapshot, type RunTaskSnapshot } from './run-task-snapshot.ts';

/** A copy of a service's task, with a command of its own. */
export const runTask: Action<RunTaskSnapshot, RunTaskInput> = {
	verb: 'run-task',
	read: readRunTaskSnapshot,
	plan: planRunTask,
	recover({ name }, _before, { ours: [task] }) {
		// What was started may be listed minutes later (ECS API reference, RunTask): that it is not seen proves nothing.
		if (!task) throw cannotTell(name);
		return { taskArn: task.taskArn };
	},
	follow: followRunTask,
};
