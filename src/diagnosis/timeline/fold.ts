import { duration } from '../../model/duration.ts';
import type { FreshEntry, TimelineEntry } from './timeline-entry.ts';

/** Entries of a row that lie no further apart belong to the same trouble, ms. */
const GAP = 15 * 60_000;

/** What comes within so many ms is one thing: a scale-out, a deployment's next lot. */
const BURST = 60_000;

/**
 * Folds rows of the same, so that a list of what happened stays one. A burst is one entry. Of a longer row the first
 * entry stays where the trouble began; the others are one entry at the newest of them: `… (7th in 12m)`. Pure, and
 * stable: the same entries in whatever order give the same list, newest first.
 */
export function folded(fresh: readonly FreshEntry[], serviceArn: string): readonly TimelineEntry[] {
	const rows = Map.groupBy(fresh, ({ run, id }) => run ?? `alone ${id}`);
	return [...rows.values()]
		.flatMap((entries) => rowsOf(entries.toSorted((a, b) => a.at - b.at)))
		.flatMap(foldRow)
		.map((entry) => ({ ...entry, serviceArn }));
}

/** Parts entries, oldest first, where nothing came for long. */
function rowsOf(entries: readonly FreshEntry[]): readonly (readonly FreshEntry[])[] {
	const rows: FreshEntry[][] = [];
	for (const entry of entries) {
		const last = rows.at(-1);
		if (last && entry.at - (last.at(-1)?.at ?? 0) <= GAP) last.push(entry);
		else rows.push([entry]);
	}
	return rows;
}

type Folded = Omit<TimelineEntry, 'serviceArn'>;

/** `row`: oldest first. */
function foldRow(row: readonly FreshEntry[]): readonly Folded[] {
	const [first, ...rest] = row;
	const newest = rest.at(-1);
	if (!first) return [];
	if (!newest) return [plain(first)];
	const many = { count: row.length, since: first.at, detail: details(row) };
	if (newest.at - first.at <= BURST && newest.together) {
		return [{ ...plain(newest), ...many, id: `${first.id} and more`, text: newest.together(row.length) }];
	}
	const when = `${ordinal(row.length)} in ${duration(newest.at - first.at)}`;
	return [plain(first), { ...plain(newest), ...many, id: `${first.id} and more`, text: `${newest.text} (${when})` }];
}

function plain({ id, at, kind, level, text, detail, place }: FreshEntry): Folded {
	return { id, at, kind, level, text, ...(detail && { detail }), place };
}

/** Of a long row what each was is told of so many, the newest. */
const MOST = 8;

/** Those of the newest, and the others by what they say. */
function details(row: readonly FreshEntry[]): readonly string[] {
	const newest = row.at(-1);
	const before = row.slice(0, -1).toReversed();
	const more = before.length > MOST ? [`and ${before.length - MOST} more`] : [];
	return [...(newest?.detail ?? []), ...before.slice(0, MOST).map(({ text }) => `before it: ${text}`), ...more];
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th` */
function ordinal(number: number): string {
	const teen = number % 100 > 10 && number % 100 < 14;
	return `${number}${(teen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
}
