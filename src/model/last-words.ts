import { culprit } from './culprit.ts';
import type { LogSource } from './log-line.ts';
import { logSources, type SilentContainer } from './log-sources.ts';
import type { TaskDefinition } from './task-definition.ts';
import type { Task } from './task.ts';

/** Before the end of a task, ms: what it said earlier has nothing to do with it. Our own bound. */
const BEFORE = 10 * 60_000;

/** Where to read what a task that stopped said last. */
export type LastWords = {
	/** Of the container with which it ended; undefined where that has no stream that is known. */
	readonly source: LogSource | undefined;
	/** Why it has none. */
	readonly silent: readonly SilentContainer[];
	/** From when on, epoch ms. */
	readonly startTime: number;
};

/** Where the container wrote with which a task ended. */
export function lastWords(task: Task, definition: TaskDefinition): LastWords {
	const name = culprit(task, definition)?.container.name;
	const { sources, silent } = logSources([task], () => definition);
	return {
		source: sources.find(({ container }) => container === name),
		silent: silent.filter(({ container }) => container === name),
		startTime: (task.stoppedAt ?? task.stoppingAt ?? task.createdAt ?? 0) - BEFORE,
	};
}
