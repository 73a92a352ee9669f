import { culprit } from './culprit.ts';
import { stopWords } from './stop-words.ts';
import type { TaskDefinition } from '../model/task-definition.ts';
import type { Container, Task } from '../model/task.ts';

/** Why a task stopped, for a rule to speak of. */
export type StopCause = {
	/** `unknown` where nobody has seen its text. */
	readonly id: string;
	/** `exit 1, application error`, without the container's name. */
	readonly words: string;
	/** Whom it is about. */
	readonly container: Container | undefined;
	/** What to do about it, the best first. */
	readonly next: readonly string[];
	/** What was read out of the text: `{image, secret, subnet …}`. */
	readonly fields: Readonly<Record<string, string>>;
};

/** What a stopped task is left with, in the words and by the ids of the catalogue. */
export function stopCause(task: Task, definition?: TaskDefinition): StopCause {
	const container = culprit(task, definition)?.container;
	const words = stopWords({ ...task, containers: container ? [container] : [] }) ?? 'stopped';
	return { id: 'unknown', words, container, next: [], fields: {} };
}
