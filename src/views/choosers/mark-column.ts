import type { Column } from '../../components/column.ts';
import type { Theme } from '../../components/theme.ts';

/** `✔` what was ticked here, `●` what is shown now. */
export function markColumn<Item>(
	theme: Theme,
	isTicked: (item: Item) => boolean,
	isShown: (item: Item) => boolean,
): Column<Item> {
	const { well, fresh } = theme.glyphs;
	return {
		id: 'shown',
		title: '',
		width: { min: 1, ideal: 1 },
		priority: 0,
		cell: (item) => [
			isTicked(item)
				? { text: well, color: theme.accent, bold: true }
				: { text: isShown(item) ? fresh : ' ', color: theme.dim },
		],
		sortBy: (item) => (isTicked(item) ? 0 : isShown(item) ? 1 : 2),
	};
}
