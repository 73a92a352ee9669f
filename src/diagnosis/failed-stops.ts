import { endedAt, type Task } from '../model/task.ts';
import { type Beginning, type Evidence, MINUTE } from './evidence.ts';
import { diedBadly } from '../model/died-badly.ts';
import { stopWords } from './stop-words.ts';

/** Stops that lie no further apart belong to the same trouble. */
const GAP = 15 * MINUTE;

/** ECS forgets a stopped task after an hour, at the earliest (ECS API reference, DescribeTasks). */
const KEPT = 60 * MINUTE;

/** Tasks that stopped for a bad reason in one row that reaches into the last 15 minutes. */
export type FailedStops = {
	/** How many in the last 15 minutes. */
	readonly recent: number;
	/** When the first of the row stopped. */
	readonly beginning: Beginning;
	/** Those of the last 15 minutes, newest first. */
	readonly tasks: readonly Task[];
	/** What the newest says. */
	readonly words: string;
};

/** As many failures as trip the default circuit breaker of a small service (ECS developer guide: 3 at least). */
export const LOOP = 3;

/** `17 tasks died in 15 min; the last: exit 1`; of a few, `the last task: exit 1`. */
export function diedWords({ recent, words }: FailedStops): string {
	return recent >= LOOP ? `${recent} tasks died in 15 min; the last: ${words}` : `the last task: ${words}`;
}

/** The present row of failures, from the stopped tasks; undefined when nothing failed lately. */
export function failedStops({ tasks = [] }: Evidence, now: number): FailedStops | undefined {
	const failed = failuresIn(tasks);
	const [newest] = failed;
	if (!newest) return undefined;
	const recent = failed.filter((task) => now - endOf(task) <= GAP);
	if (recent.length === 0) return undefined;
	return {
		recent: recent.length,
		beginning: beginningOf(failed, tasks, now),
		tasks: recent,
		words: stopWords(newest) ?? 'stopped',
	};
}

/** The newest task of the present row. */
export function newestFailure({ tasks = [] }: Evidence, now: number): Task | undefined {
	const [newest] = failuresIn(tasks);
	return newest && now - endOf(newest) <= GAP ? newest : undefined;
}

/** Those that stopped for a bad reason, newest first. */
export function failuresIn(tasks: readonly Task[]): readonly Task[] {
	return tasks.filter((task) => endOf(task) > 0 && diedBadly(task)).toSorted((a, b) => endOf(b) - endOf(a));
}

/** Of the row that reaches into the present. `failed`: newest first. */
function beginningOf(failed: readonly Task[], tasks: readonly Task[], now: number): Beginning {
	let since = now;
	let widest = 0;
	for (const task of failed) {
		if (since - endOf(task) > GAP) break;
		widest = Math.max(widest, since - endOf(task));
		since = endOf(task);
	}
	// One more before it would be forgotten by now, unless older ones are remembered.
	const isAtEdge = now - since + widest >= KEPT && !tasks.some((task) => endOf(task) > 0 && endOf(task) < since);
	return { since, ...(isAtEdge && { mayBeOlder: true }) };
}

function endOf(task: Task): number {
	return endedAt(task) ?? 0;
}
