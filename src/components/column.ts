import type { Segment } from './segment.ts';

/** A column as data: what it is called, how wide it may be, what it shows of an item. */
export type Column<Item> = {
	/** For sorting and for `col:value` filters: `cpu`. */
	readonly id: string;
	/** The heading: `CPU / TARGET`. */
	readonly title: string;
	readonly width: ColumnWidth;
	readonly align?: 'left' | 'right';
	/** 0 is the last to go when there is no room. */
	readonly priority: number;
	/** Comes in only where all more important columns have their ideal width. */
	readonly extra?: boolean;
	/** Prose, in which every word is found somewhere: filters look into it only when they name it. */
	readonly prose?: boolean;
	/** Its cell begins with a number: filters compare it, `cpu:>80`. */
	readonly numeric?: boolean;
	/** Changes by itself, like an age: its changes are not made bold. */
	readonly moves?: boolean;
	/** What it shows in so many cells; cut to them when it is more. */
	readonly cell: (item: Item, width: number) => readonly Segment[];
	/** What it is sorted by; undefined goes to the end. The words of the cell, if absent. */
	readonly sortBy?: (item: Item) => string | number | undefined;
	/** Sorting by it begins with the largest. */
	readonly largestFirst?: boolean;
};

export type ColumnWidth = {
	/** Cells below which the column is left out. */
	readonly min: number;
	/** Cells in which it shows all it has to say. */
	readonly ideal: number;
	/** Its share of the cells that are left over. */
	readonly flex?: number;
	/** Cells beyond which it does not grow. */
	readonly max?: number;
};
