import { regionOf } from '../../model/arn.ts';
import type { Filter } from '../../model/filter.ts';
import type { LogLine } from '../../model/log-line.ts';
import { logSources, type LogSources } from '../../model/log-sources.ts';
import type { LogBuffer } from '../../store/log-tail.ts';
import type { Topic } from '../../store/picture.ts';
import { matters } from '../../diagnosis/timeline/matters.ts';
import type { TimelineEntry } from '../../diagnosis/timeline/timeline-entry.ts';
import { atPresent, createEntries } from '../events/entries.ts';
import { withMarks } from './log-marks.ts';
import { createMemo } from '../memo.ts';
import type { ViewContext } from '../pane.ts';
import { tableState } from '../ui-state.ts';
import { parseLogFilter } from '../../model/log-filter.ts';
import { pickLines } from './pick-lines.ts';

/** What the logs pane works out of the picture and the person's choices, each once until its inputs change. */
export type LogReading = {
	sources(context: ViewContext): LogSources;
	topics(context: ViewContext): readonly Topic[];
	filter(context: ViewContext): Filter<LogLine>;
	/** All lines, or those of the one task that was chosen. */
	all(context: ViewContext): LogBuffer;
	/** Those of them that the filter passes. */
	matches(context: ViewContext): LogBuffer;
	/** The ones to show: the matches, or all around them, and what happened between them. */
	lines(context: ViewContext): LogBuffer;
};

const NO_SOURCES: LogSources = { sources: [], silent: [] };
const NOTHING: readonly TimelineEntry[] = [];
const NO_LINES: LogBuffer = { length: 0, version: 0, at: () => undefined };

export function createLogReading(): LogReading {
	const rememberedSources = createMemo<LogSources>();
	const rememberedFilter = createMemo<Filter<LogLine>>();
	const rememberedTask = createMemo<LogBuffer>();
	const rememberedMatches = createMemo<LogBuffer>();
	const rememberedMarked = createMemo<LogBuffer>();
	const entries = createEntries();
	const entriesOf = (context: ViewContext) =>
		entries({ ...context, ui: { ...context.ui, allEvents: false } })?.value ?? NOTHING;

	const filter = ({ ui }: ViewContext) => {
		const text = tableState(ui, 'logs').filter;
		return rememberedFilter([text], () => parseLogFilter(text));
	};
	const all = ({ ui, logTail }: ViewContext) => {
		const lines = logTail?.getState().lines ?? NO_LINES;
		const taskArn = ui.logs.oneTask ? ui.taskArn : undefined;
		if (taskArn === undefined) return lines;
		return rememberedTask([lines, taskArn], () => pickLines(lines, ({ source }) => source.taskArn === taskArn));
	};
	const matches = (context: ViewContext) => {
		const lines = all(context);
		const { matches: passes } = filter(context);
		if (tableState(context.ui, 'logs').filter === '') return lines;
		return rememberedMatches([lines, passes], () => pickLines(lines, passes));
	};

	return {
		sources(context) {
			// Those of now, which are remembered for hours: what is followed goes on while one looks back.
			const { picture, ui } = atPresent(context);
			const tasks = ui.serviceArn === undefined ? undefined : picture.tasks[ui.serviceArn]?.value;
			if (!tasks) return NO_SOURCES;
			return rememberedSources([tasks, picture.taskDefinitions], () =>
				logSources(Object.values(tasks), (arn) => picture.taskDefinitions[arn]?.value),
			);
		},
		topics({ picture, ui: { serviceArn } }) {
			if (serviceArn === undefined) return [];
			const tasks = Object.values(picture.tasks[serviceArn]?.value ?? {});
			const definitions = new Map(tasks.map(({ taskDefinitionArn, taskArn }) => [taskDefinitionArn, taskArn]));
			return [
				{ kind: 'tasks', serviceArn },
				...[...definitions].map(
					([taskDefinitionArn, taskArn]) =>
						({ kind: 'task-definition', taskDefinitionArn, region: regionOf(taskArn) }) as const,
				),
			];
		},
		filter,
		all,
		matches,
		lines(context) {
			const { logs, taskArn } = context.ui;
			const lines = logs.around ? all(context) : matches(context);
			if (!logs.marks) return lines;
			// Of one task only what happened to it, or to the service as a whole.
			const alone = logs.oneTask ? taskArn : undefined;
			const entries = entriesOf(context);
			return rememberedMarked([lines, entries, alone], () =>
				withMarks(
					lines,
					entries.filter(
						(entry) =>
							matters(entry) && (alone === undefined || entry.place.kind !== 'task' || entry.place.taskArn === alone),
					),
				),
			);
		},
	};
}
