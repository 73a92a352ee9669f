import type { Binding } from '../../keymap/binding.ts';
import type { Task } from '../../model/task.ts';
import { actOn, serviceOff } from '../actions/action-bindings.ts';
import type { ViewContext } from '../pane.ts';

/** The key that stops tasks: those that are ticked, else the one under the cursor. */
export const STOP_TASK: Binding<ViewContext> = {
	id: 'act.stop-task',
	keys: ['K'],
	label: 'stop',
	hint: (context) => {
		const { length } = ticked(context);
		return length === 0 ? 'stop' : `stop the ${length} ticked`;
	},
	help: 'Stop the ticked tasks, or the one under the cursor.',
	footer: 16,
	offBecause: (context) => serviceOff(context) ?? (tasksToStop(context).length === 0 ? whyNone(context) : undefined),
	run: (context) => actOn(context, { verb: 'stop-task', tasks: tasksToStop(context).map(({ taskArn }) => taskArn) }),
};

/** Ticks the task under the cursor, or takes its tick away. */
export const TICK_TASK: Binding<ViewContext> = {
	id: 'tasks.mark',
	keys: ['space'],
	label: 'tick',
	help: 'Tick several tasks to stop them together.',
	offBecause: (context) => {
		const { ui } = context;
		// A tick that is there can be taken away again.
		if (ui.taskArn !== undefined && ui.marks['tasks']?.includes(ui.taskArn)) return undefined;
		return one(context) ? undefined : whyNone(context);
	},
	run: ({ ui, dispatch }) => {
		const { taskArn } = ui;
		const before = ui.marks['tasks'] ?? [];
		if (taskArn === undefined) return;
		const marks = before.includes(taskArn) ? before.filter((one) => one !== taskArn) : [...before, taskArn];
		dispatch({ type: 'mark', pane: 'tasks', marks: marks.length === 0 ? undefined : marks });
	},
};

/** Those of the service that are ticked and have not stopped meanwhile. */
function ticked(context: ViewContext): readonly Task[] {
	return (context.ui.marks['tasks'] ?? []).flatMap((arn) => stoppable(context, arn) ?? []);
}

/** The task under the cursor, or on the screen. */
function one(context: ViewContext): Task | undefined {
	return stoppable(context, context.ui.taskArn ?? '');
}

function stoppable({ picture, ui }: ViewContext, taskArn: string): Task | undefined {
	const task = picture.tasks[ui.serviceArn ?? '']?.value?.[taskArn];
	return task?.desiredStatus === 'STOPPED' ? undefined : task;
}

function tasksToStop(context: ViewContext): readonly Task[] {
	const chosen = context.ui.screens.at(-1) === 'task' ? [] : ticked(context);
	const task = one(context);
	return chosen.length > 0 ? chosen : task ? [task] : [];
}

function whyNone({ ui }: ViewContext): string {
	return ui.taskArn === undefined ? 'no task is selected' : 'it has stopped already, or is about to';
}
