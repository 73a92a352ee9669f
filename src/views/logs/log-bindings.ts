import type { Binding } from '../../keymap/binding.ts';
import { keyOf } from '../key-of.ts';
import type { ViewContext } from '../pane.ts';
import { filterBinding } from '../table-bindings.ts';
import { tableState } from '../ui-state.ts';
import { copyLineBinding } from './copy-line.ts';
import { indexOfLine, isAtTop, moved } from './log-place.ts';
import type { LogReading } from './log-reading.ts';
import { readOlder } from './read-older.ts';
import type { LogsState } from './logs-state.ts';

type LogBinding = Binding<ViewContext>;

/** All keys of the log: the moving ones share their ids with the tables, so that one remapping changes both. */
export function logBindings(reading: LogReading): readonly LogBinding[] {
	return [
		...moveKeys(reading),
		...pauseKeys(reading),
		FILTER_KEY,
		...matchKeys(reading),
		...LOOK_KEYS,
		copyLineBinding(reading),
	];
}

const FILTER = filterBinding('logs');

/** What is typed is to be seen at work: only the lines that match. */
const FILTER_KEY: LogBinding = {
	...FILTER,
	help: 'Keep lines with a text; !not, /regex/, task:… and container:… work, and a space means "and".',
	run: (context) => {
		change(context, { around: false, match: undefined });
		FILTER.run(context);
	},
};

function change({ dispatch }: ViewContext, logs: Partial<LogsState>): void {
	dispatch({ type: 'logs', logs });
}

function moveKeys(reading: LogReading): readonly LogBinding[] {
	const move = (count: (page: number) => number) => (context: ViewContext) => {
		const lines = reading.lines(context);
		const height = Math.max(1, context.pageSize);
		// A wrapped line may have several rows: a whole page of lines would pass over some of them.
		const page = context.ui.logs.wrap ? Math.ceil(height / 3) : height;
		const bottom = moved(lines, context.ui.logs.bottom, count(page), height);
		change(context, { bottom });
		if (count(page) < 0 && isAtTop(lines, bottom, height)) void readOlder(context);
	};
	return [
		{ id: 'move.down', keys: ['j', 'down'], label: 'down', run: move(() => 1) },
		{ id: 'move.up', keys: ['k', 'up'], label: 'up', hint: () => 'scroll', footer: 43, run: move(() => -1) },
		{
			id: 'move.top',
			keys: ['g', 'home'],
			label: 'to the oldest',
			help: 'To the oldest line loaded; once there, fetches older ones.',
			run: move(() => -Number.MAX_SAFE_INTEGER),
		},
		{
			id: 'move.bottom',
			keys: ['G', 'end'],
			label: 'follow',
			help: 'To the newest line, then follows new ones.',
			run: (context) => change(context, { bottom: undefined, match: undefined }),
		},
		{ id: 'move.page-down', keys: ['pagedown', 'ctrl-d'], label: 'page down', run: move((page) => page) },
		{ id: 'move.page-up', keys: ['pageup', 'ctrl-u'], label: 'page up', run: move((page) => -page) },
	];
}

function pauseKeys(reading: LogReading): readonly LogBinding[] {
	return [
		{
			id: 'logs.pause',
			keys: ['space', 'p'],
			label: 'pause',
			hint: ({ ui }) => (ui.logs.bottom ? 'follow' : 'pause'),
			help: 'Holds still while lines come in; again to follow.',
			footer: 30,
			offBecause: (context) => (reading.lines(context).length === 0 ? 'there are no lines yet' : undefined),
			run: (context) => {
				const lines = reading.lines(context);
				change(context, { bottom: context.ui.logs.bottom ? undefined : lines.at(lines.length - 1) });
			},
		},
	];
}

function matchKeys(reading: LogReading): readonly LogBinding[] {
	const needsFilter = (context: ViewContext) =>
		tableState(context.ui, 'logs').filter === ''
			? `type what to look for first, with ${keyOf(context, 'filter')}`
			: undefined;
	const go = (step: 1 | -1) => (context: ViewContext) => {
		const { match, bottom } = context.ui.logs;
		const matches = reading.matches(context);
		const found = matches.at(indexOfLine(matches, match ?? bottom) + (match ? step : 0));
		if (!found) {
			const text = step === 1 ? 'no newer match' : 'no older match';
			context.dispatch({ type: 'flash', flash: { level: 'info', text } });
			return;
		}
		const all = reading.all(context);
		const below = Math.min(all.length - 1, indexOfLine(all, found) + Math.floor(context.pageSize / 2));
		change(context, { around: true, match: found, bottom: all.at(below) });
	};
	return [
		{
			id: 'logs.older-match',
			keys: ['N'],
			label: 'older match',
			footer: 32,
			offBecause: needsFilter,
			run: go(-1),
		},
		{
			id: 'logs.newer-match',
			keys: ['n'],
			label: 'newer match',
			footer: 31,
			help: 'To the next match, with the lines around it.',
			offBecause: needsFilter,
			run: go(1),
		},
		{
			id: 'logs.around',
			keys: ['v'],
			label: 'matches only / all lines',
			offBecause: needsFilter,
			run: (context) => change(context, { around: !context.ui.logs.around, match: undefined }),
		},
	];
}

const LOOK_KEYS: readonly LogBinding[] = [
	{
		id: 'logs.wrap',
		keys: ['W'],
		label: 'wrap',
		help: 'Wraps long lines.',
		footer: 40,
		run: (context) => change(context, { wrap: !context.ui.logs.wrap }),
	},
	{
		id: 'logs.raw',
		keys: ['J'],
		label: 'raw JSON',
		hint: ({ ui }) => (ui.logs.raw ? 'parsed' : 'raw'),
		help: 'JSON lines as written, or with level and message first.',
		footer: 41,
		run: (context) => change(context, { raw: !context.ui.logs.raw }),
	},
	{
		id: 'logs.marks',
		keys: ['M'],
		label: 'what happened',
		hint: ({ ui }) => (ui.logs.marks ? 'lines only' : 'what happened'),
		help: 'Deployments, stops, scalings and failures in their place between the lines, or the lines alone.',
		run: (context) => change(context, { marks: !context.ui.logs.marks }),
	},
	{
		id: 'logs.one-task',
		keys: ['f'],
		label: 'one task',
		help: 'Only the task selected in the task list, or all.',
		hint: ({ ui }) => (ui.logs.oneTask ? 'all tasks' : 'one task'),
		footer: 39,
		offBecause: ({ ui }) => (ui.taskArn === undefined ? 'no task is selected' : undefined),
		run: (context) => change(context, { oneTask: !context.ui.logs.oneTask }),
	},
];
