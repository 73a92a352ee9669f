import type { Severity } from '../finding.ts';
import type { Fields, MessageKind } from './explanation.ts';
import type { Message } from './message.ts';

/** Words, or how to make them of what was read out of the text. */
export type Words = string | ((fields: Fields) => string);

/** One expression that has to fit, or several that all have to. They see the text without the names in it. */
export type Pattern = RegExp | readonly RegExp[];

/** Something that AWS says, and what it means. */
export type Entry = {
	readonly id: string;
	readonly severity: Severity;
	/** Texts that can mean nothing else, wherever they turn up. */
	readonly match?: readonly Pattern[];
	/** Texts that anybody could have written: they count where AWS is known to be the author, and in no other place. */
	readonly inContext?: readonly Pattern[];
	/** What must be so besides. */
	readonly when?: (message: Message) => boolean;
	readonly short: string;
	/** Left out: the short form with a capital. */
	readonly title?: Words;
	readonly cause: Words;
	readonly next: readonly Words[] | ((fields: Fields) => readonly string[]);
};

/** Entries that are told by texts of the same places, the most specific first. */
export type Block = { readonly kinds: readonly MessageKind[]; readonly entries: readonly Entry[] };

/** Where ECS writes of what hinders a task. A reason passes from one to the other, often wrapped in another sentence. */
export const TASK_KINDS: readonly MessageKind[] = [
	'service-event',
	'stopped-reason',
	'container-reason',
	'run-task-failure',
	'placement-failure-reason',
	'deployment-reason',
];
