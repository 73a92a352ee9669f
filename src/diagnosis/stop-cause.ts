import type { TaskDefinition } from '../model/task-definition.ts';
import type { Container, Task } from '../model/task.ts';
import { explainMessage } from './catalogue/explain-message.ts';
import type { Explanation, MessageKind } from './catalogue/explanation.ts';
import { culprit } from '../model/culprit.ts';
import { stopWords } from './stop-words.ts';

/** Why a task stopped, for a rule to speak of. */
export type StopCause = Pick<Explanation, 'next' | 'fields'> & {
	/** Of the catalogue; `unknown` where nobody has seen its text. */
	readonly id: string;
	/** `exit 1, application error`, without the container's name. */
	readonly words: string;
	/** Whom it is about. */
	readonly container: Container | undefined;
};

/** These say that it stopped, not why. */
const NO_CAUSE = new Set(['unknown', 'essential-container-exited', 'task-failed-to-start', 'stopped-by-service']);

/** Tasks keep their identity while nothing of them changes: each is explained once. */
const known = new WeakMap<Task, { readonly definition: TaskDefinition | undefined; readonly cause: StopCause }>();

/** What a stopped task is left with, in the words and by the ids of the catalogue. */
export function stopCause(task: Task, definition?: TaskDefinition): StopCause {
	const before = known.get(task);
	if (before && before.definition === definition) return before.cause;
	const cause = findCause(task, definition);
	known.set(task, { definition, cause });
	return cause;
}

function findCause(task: Task, definition: TaskDefinition | undefined): StopCause {
	const container = culprit(task, definition)?.container;
	const words = stopWords({ ...task, containers: container ? [container] : [] }) ?? 'stopped';
	const { id, next, fields } = explained(task, container);
	return { id, words, container, next: id === 'unknown' ? [] : next, fields };
}

/** What the container says for itself, then what ECS says of the task, then its exit code: the first that tells a cause. */
function explained({ stoppedReason }: Task, container: Container | undefined): Explanation {
	const texts: readonly (readonly [text: string | undefined, kind: MessageKind])[] = [
		[container?.reason, 'container-reason'],
		[stoppedReason, 'stopped-reason'],
		[container?.exitCode?.toString(), 'exit-code'],
	];
	for (const [text, kind] of texts) {
		if (text === undefined) continue;
		const found = explainMessage(text, kind);
		if (!NO_CAUSE.has(found.id)) return found;
	}
	return explainMessage('');
}
