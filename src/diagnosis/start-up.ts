import type { LogLine } from '../model/log-line.ts';
import type { Task } from '../model/task.ts';

/** What servers say when they are up: their port comes with it, or the seconds it took. */
const READY =
	/\b(?:listening|running) (?:on|at)\b|\bstarted (?:\S+ ){0,3}(?:in \d|on port)|\bserver (?:is )?(?:ready|started|up)\b|\bready to accept connections\b|\baccepting connections\b|\bready in \d|\bapplication startup complete\b|\bnginx\/[\d.]+ .*start/iu;

/** A log whose first line is later than this was read from its end: when the task came up is not in it. */
const BEGINNING = 20;

/**
 * How the start of a task went, by what it logged: seconds from its start until it said that it is up; `unfinished` when
 * its log begins with its start and has no such line; undefined when nothing tells.
 */
export function startUp({ startedAt }: Task, lines: readonly LogLine[] | undefined): number | 'unfinished' | undefined {
	const [first] = lines ?? [];
	if (!lines || !first || startedAt === undefined) return undefined;
	const ready = lines.find(({ text }) => READY.test(text));
	if (ready) return Math.max(0, (ready.timestamp - startedAt) / 1000);
	return (first.timestamp - startedAt) / 1000 <= BEGINNING ? 'unfinished' : undefined;
}
