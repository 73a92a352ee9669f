export type Extent = {
	/** Rows there are. */
	readonly count: number;
	/** Rows that can be shown at once. */
	readonly height: number;
};

/** The first row to show so that the cursor is in view, moving the window as little as may be. */
export function scrollTo(first: number, cursor: number, { count, height }: Extent): number {
	const last = Math.max(0, count - height);
	if (cursor < first) return Math.max(0, Math.min(cursor, last));
	if (cursor >= first + height) return Math.max(0, Math.min(cursor - height + 1, last));
	return Math.min(first, last);
}

/** Keeps the place of a table's window from one drawing to the next. */
export type Scroller = {
	/** The first row to show; without a cursor (undefined) the window stays. */
	to(cursor: number | undefined, extent: Extent): number;
};

export function createScroller(): Scroller {
	let first = 0;
	return {
		to(cursor, extent) {
			first = scrollTo(first, cursor ?? first, extent);
			return first;
		},
	};
}
