import type { Column } from '../components/column.ts';
import { plainText } from '../components/segment.ts';
import { parseFilter } from '../model/filter.ts';
import type { Sort, TableState } from './ui-state.ts';

/** Wide enough that no cell is cut: filters look at all that a cell has to say. */
const UNCUT = 200;

export type Arranged<Item> = { readonly items: readonly Item[]; readonly problem?: string };

/** The items that pass the filter, in the order that was asked for; unsorted, they stay in theirs. */
export function arrange<Item>(
	items: readonly Item[],
	columns: readonly Column<Item>[],
	{ filter, sort }: Pick<TableState, 'filter' | 'sort'>,
): Arranged<Item> {
	const looked = columns.map((column) => ({ ...column, textOf: (item: Item) => cellText(item, column) }));
	const { matches, problem } = parseFilter(filter, looked);
	const kept = filter === '' ? items : items.filter(matches);
	const sorted = sortItems(kept, columns, sort);
	return problem === undefined ? { items: sorted } : { items: sorted, problem };
}

function cellText<Item>(item: Item, { cell }: Column<Item>): string {
	return plainText(cell(item, UNCUT)).trim();
}

function sortItems<Item>(
	items: readonly Item[],
	columns: readonly Column<Item>[],
	sort: Sort | undefined,
): readonly Item[] {
	const column = columns.find(({ id }) => id === sort?.column);
	if (!column || !sort) return items;
	const valueOf = column.sortBy ?? ((item: Item) => cellText(item, column));
	const keyed = items.map((item) => ({ item, value: valueOf(item) }));
	const direction = sort.descending ? -1 : 1;
	return keyed.toSorted((a, b) => compare(a.value, b.value, direction)).map(({ item }) => item);
}

/** What has no value comes last, whichever way it is sorted. */
function compare(a: string | number | undefined, b: string | number | undefined, direction: number): number {
	if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
	if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
	return String(a).localeCompare(String(b), 'en', { numeric: true }) * direction;
}
