import type { PictureUpdate, ResourceTable } from './picture-update.ts';

/**
 * One thing that is read again and again for as long as somebody looks. Readings with an equal key are the same
 * one: a new `every` or a new `read` takes over, what is under way goes on.
 */
export type Reading = {
	readonly key: string;
	/** Ms from the end of one reading to the start of the next. */
	readonly every: number;
	/** Ms to wait before the first one: a cursor that runs down a table should not ask for every row it passes. */
	readonly settle?: number;
	/** Ms from the end of one try to the next, at least, after a failure too: for what costs many calls. */
	readonly atLeast?: number;
	/** The resources that carry its failures. No resource belongs to two readings. */
	readonly table: ResourceTable;
	readonly keys: readonly string[];
	/** Reads and hands over what it found, in one piece or several. Throws `AwsCallError`. */
	read(signal: AbortSignal, found: (update: PictureUpdate) => void): Promise<void>;
};
