import type { Column } from '../../components/column.ts';
import type { Theme } from '../../components/theme.ts';

/** The tick of what is shown, or will be on Enter. */
export function markColumn<Item>(theme: Theme, isMarked: (item: Item) => boolean): Column<Item> {
	return {
		id: 'shown',
		title: '',
		width: { min: 1, ideal: 1 },
		priority: 0,
		cell: (item) => [{ text: isMarked(item) ? theme.glyphs.well : ' ', color: theme.accent }],
		sortBy: (item) => (isMarked(item) ? 0 : 1),
	};
}
