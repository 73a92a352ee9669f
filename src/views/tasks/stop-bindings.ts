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
	offBecause: ({ ui }) => (ui.taskArn === undefined ? 'no task is selected' : undefined),
	run: ({ ui, dispatch }) => {
		const { taskArn } = ui;
		const before = ui.marks['tasks'] ?? [];
		if (taskArn === undefined) return;
		const marks = before.includes(taskArn) ? before.filter((one) => one !== taskArn) : [...before, taskArn];
		dispatch({ type: 'mark', pane: 'tasks', marks: marks.length === 0 ? undefined : marks });
	},
};

/** Tasks of the service that are ticked and still there. */
function ticked({ picture, ui }: ViewContext): readonly Task[] {
	const tasks = picture.tasks[ui.serviceArn ?? '']?.value ?? {};
	return (ui.marks['tasks'] ?? []).flatMap((arn) => tasks[arn] ?? []);
}

function tasksToStop(context: ViewContext): readonly Task[] {
	const { picture, ui } = context;
	const chosen = ui.screens.at(-1) === 'task' ? [] : ticked(context);
	const one = picture.tasks[ui.serviceArn ?? '']?.value?.[ui.taskArn ?? ''];
	return (chosen.length > 0 ? chosen : one ? [one] : []).filter(({ desiredStatus }) => desiredStatus !== 'STOPPED');
}

function whyNone({ ui }: ViewContext): string {
	return ui.taskArn === undefined ? 'no task is selected' : 'it has stopped already, or is about to';
}
