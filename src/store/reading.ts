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
	/** The resources that carry its failures; of readings that share one, all have to be well. */
	readonly table: ResourceTable;
	readonly keys: readonly string[];
	/**
	 * Reads and hands over what it found, in one piece or several. `again`: the last time it failed, so little will do to
	 * find out whether it works again. Throws `AwsCallError`.
	 */
	read(signal: AbortSignal, found: (update: PictureUpdate) => void, again: boolean): Promise<void>;
};
