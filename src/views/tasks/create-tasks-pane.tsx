import type { ReactNode } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Table } from '../../components/table.tsx';
import { lastSegment } from '../../model/arn.ts';
import { resourceState } from '../../model/resource.ts';
import type { Resource } from '../../model/resource.ts';
import { byLastStep } from '../../model/task.ts';
import type { Task } from '../../model/task.ts';
import type { Table as Dictionary } from '../../store/picture.ts';
import { arrange } from '../arrange.ts';
import type { Arranged } from '../arrange.ts';
import { askingWords } from '../asking-words.ts';
import { keyOf } from '../key-of.ts';
import { createMemo } from '../memo.ts';
import type { BodyProps, Pane, ViewContext } from '../pane.ts';
import { filteredOut } from '../filtered-out.ts';
import { filteredTitle } from '../filtered-title.ts';
import { serviceTitle } from '../scope.ts';
import { arrangeBindings, moveBindings } from '../table-bindings.ts';
import { troubleOf } from '../trouble.ts';
import { tableState } from '../ui-state.ts';
import { countTasks } from './count-tasks.ts';
import { STOP_TASK, TICK_TASK } from './stop-bindings.ts';
import { taskColumns } from './task-columns.ts';

/** The tasks of the selected service, running and stopped. */
export type TasksPane = Pane & { readonly rows: (context: ViewContext) => readonly Task[] };

export function createTasksPane(): TasksPane {
	const rememberedColumns = createMemo<ReturnType<typeof taskColumns>>();
	const rememberedRows = createMemo<Arranged<Task>>();

	const columns = ({ theme, now, ui: { marks } }: ViewContext) =>
		rememberedColumns([theme, now, marks['tasks']], () => taskColumns({ theme, now, ticked: marks['tasks'] ?? [] }));
	const arranged = (context: ViewContext) => {
		const tasks = reading(context)?.value;
		const { filter, sort } = tableState(context.ui, 'tasks');
		return rememberedRows([tasks, columns(context), filter, sort], () =>
			arrange(Object.values(tasks ?? {}).toSorted(byLastStep), columns(context), { filter, sort }),
		);
	};
	const rows = (context: ViewContext) => arranged(context).items;

	function Body({ context, width, height, focused }: BodyProps): ReactNode {
		const { theme, now, ui } = context;
		const tasks = reading(context);
		const items = rows(context);
		if (ui.serviceArn === undefined) {
			return <Notice headline="Select a service to see its tasks here." width={width} theme={theme} />;
		}
		if (tasks?.failure && tasks.value === undefined) {
			return <FailureNotice failure={tasks.failure} width={width} theme={theme} />;
		}
		if (tasks?.value === undefined && context.rewound) {
			return <Notice headline="deckwatch was not looking at these tasks then." {...{ width, theme }} />;
		}
		if (tasks?.value === undefined) {
			const asking = askingWords(`asking ecs:ListTasks for ${lastSegment(ui.serviceArn)}`, context.picture);
			return <Skeleton asking={asking} width={width} height={height} theme={theme} />;
		}
		if (items.length === 0) return <Notice {...emptiness(context)} width={width} theme={theme} />;
		return (
			<Table
				columns={columns(context)}
				items={items}
				keyOf={(task) => task.taskArn}
				cursor={focused ? ui.taskArn : undefined}
				sort={tableState(ui, 'tasks').sort}
				stale={resourceState(tasks) === 'stale'}
				{...{ focused, width, height, now, theme }}
			/>
		);
	}

	return {
		id: 'tasks',
		title: (context) => title(context, Object.values(reading(context)?.value ?? {})),
		trouble: (context) => arranged(context).problem ?? troubleOf(reading(context), context.now),
		bindings: [
			{
				id: 'tasks.open',
				keys: ['enter'],
				label: 'task',
				help: 'The task with all its settings.',
				footer: 10,
				offBecause: ({ ui }) => (ui.taskArn === undefined ? 'no task is selected' : undefined),
				run: ({ ui, dispatch }) => {
					dispatch({ type: 'select-task', taskArn: ui.taskArn });
					dispatch({ type: 'open', screen: 'task' });
				},
			},
			STOP_TASK,
			TICK_TASK,
			...moveBindings('tasks', (context) => rows(context).map((task) => task.taskArn)),
			...arrangeBindings('tasks', columns),
		],
		topics: ({ ui: { serviceArn } }) => (serviceArn === undefined ? [] : [{ kind: 'tasks', serviceArn }]),
		Body,
		rows,
	};
}

function reading({ picture, ui }: ViewContext): Resource<Dictionary<Task>> | undefined {
	return ui.serviceArn === undefined ? undefined : picture.tasks[ui.serviceArn];
}

/** `Tasks`, `checkout /oom`, `2 run 2 start 5 stop`. */
function title(context: ViewContext, tasks: readonly Task[]): readonly string[] {
	const { ui } = context;
	const words = [
		'Tasks',
		...(ui.serviceArn === undefined ? [] : [serviceTitle(context)]),
		...(tasks.length === 0 ? [] : [countTasks(tasks)]),
	];
	return filteredTitle(words, tableState(ui, 'tasks').filter);
}

function emptiness(context: ViewContext): { readonly headline: string; readonly next?: string } {
	const { filter } = tableState(context.ui, 'tasks');
	const all = Object.keys(reading(context)?.value ?? {}).length;
	if (all > 0) return filteredOut(filter, context, `None of ${all} tasks`);
	return {
		headline: 'No tasks: none is running, and none stopped in the last hour.',
		next: `${keyOf(context, 'open.events')} shows the events.`,
	};
}
