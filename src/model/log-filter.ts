import { shortTaskId } from './arn.ts';
import { type Filter, type FilterColumn, parseFilter } from './filter.ts';
import type { LogLine } from './log-line.ts';

const COLUMNS: readonly FilterColumn<LogLine>[] = [
	{ id: '', textOf: ({ text }) => text },
	{ id: 'task', textOf: ({ source }) => shortTaskId(source.taskArn), prose: true },
	{ id: 'container', textOf: ({ source }) => source.container, prose: true },
];

/** Reads a filter of log lines: of their text, `task:…` and `container:…`. */
export function parseLogFilter(text: string): Filter<LogLine> {
	return parseFilter(text, COLUMNS);
}
