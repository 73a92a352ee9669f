/** How long a changed cell stays bold, ms. */
const SHOWN_FOR = 2_000;

type Seen = { readonly text: string; readonly changedAt: number | undefined };

/** Remembers what a table showed, to tell which cells changed in the last two seconds. */
export type ChangeWatch = {
	/** Starts a drawing at `now`; what it is not asked about until the next one is forgotten. */
	begin(now: number): (row: string, column: string, text: string) => boolean;
};

/** A row that scrolls into view is new to the watch, so it is not taken for a change. */
export function createChangeWatch(): ChangeWatch {
	let seen: ReadonlyMap<string, Seen> = new Map();
	return {
		begin(now) {
			const earlier = seen;
			const drawn = new Map<string, Seen>();
			seen = drawn;
			return (row, column, text) => {
				const key = `${row}\n${column}`;
				const last = earlier.get(key);
				// What comes for the first time is no change: else a whole column is bold once it is read.
				const isFirst = last === undefined || last.text.trim() === '-';
				const changedAt = isFirst || last.text === text ? last?.changedAt : now;
				drawn.set(key, { text, changedAt });
				return changedAt !== undefined && now - changedAt < SHOWN_FOR;
			};
		},
	};
}
