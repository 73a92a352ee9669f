import type { Column } from './column.ts';

/** Blank cells between two columns. */
export const COLUMN_GAP = 2;

export type FittedColumn<Item> = { readonly column: Column<Item>; readonly width: number };

/**
 * The columns that have room, in their order, each with its width. Widths depend on the columns and the
 * room alone, never on what the cells say, so nothing jumps when values change.
 */
export function fitColumns<Item>(columns: readonly Column<Item>[], width: number): readonly FittedColumn<Item>[] {
	const kept = columns.toSorted((a, b) => a.priority - b.priority);
	while (kept.length > 1 && !hasRoom(kept, width)) kept.pop();
	const widths = new Map(kept.map((column) => [column, Math.min(column.width.min, width)]));
	let left = width - total([...widths.values()]);
	for (const column of kept) {
		const more = Math.max(0, Math.min(column.width.ideal - column.width.min, left));
		widths.set(column, (widths.get(column) ?? 0) + more);
		left -= more;
	}
	for (const [index, column] of kept.entries()) {
		const { flex = 0, max = Infinity } = column.width;
		const fitted = widths.get(column) ?? 0;
		// Shared among those still to come, so that what a column at its widest leaves over is not lost.
		const shares = kept.slice(index).reduce((sum, one) => sum + (one.width.flex ?? 0), 0);
		const more = shares === 0 ? 0 : Math.max(0, Math.min(Math.floor((left * flex) / shares), max - fitted));
		widths.set(column, fitted + more);
		left -= more;
	}
	return columns.flatMap((column) => {
		const fitted = widths.get(column);
		return fitted === undefined ? [] : [{ column, width: fitted }];
	});
}

/** Room for all at their least width; and for a last `extra` one, only beside the ideal widths of the others. */
function hasRoom(columns: readonly Column<never>[], width: number): boolean {
	const last = columns.at(-1);
	const others = columns.slice(0, -1).map((column) => (last?.extra ? column.width.ideal : column.width.min));
	return total([...others, last?.width.min ?? 0]) <= width;
}

function total(widths: readonly number[]): number {
	return widths.reduce((sum, width) => sum + width, 0) + COLUMN_GAP * Math.max(0, widths.length - 1);
}
