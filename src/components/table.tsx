import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { cellWidth } from './cell-width.ts';
import { createChangeWatch } from './change-watch.ts';
import type { Column } from './column.ts';
import { COLUMN_GAP, fitColumns } from './fit-columns.ts';
import type { FittedColumn } from './fit-columns.ts';
import { Line, PaintedLine } from './line.tsx';
import { paint } from './paint.ts';
import { createScroller } from './scroll.ts';
import { fitSegments, plainText } from './segment.ts';
import type { Segment } from './segment.ts';
import type { Theme } from './theme.ts';

export type TableProps<Item> = {
	readonly columns: readonly Column<Item>[];
	/** All of them, in order: only those in view are drawn. */
	readonly items: readonly Item[];
	readonly keyOf: (item: Item) => string;
	/** Key of the selected item. */
	readonly cursor: string | undefined;
	readonly sort?: { readonly column: string; readonly descending: boolean } | undefined;
	/** Known, but old: drawn dim. */
	readonly stale?: boolean;
	readonly focused: boolean;
	/** Cells, the heading included. */
	readonly width: number;
	readonly height: number;
	/** Epoch ms. */
	readonly now: number;
	readonly theme: Theme;
};

/** A table that fits its columns to the width and draws the rows around the cursor, one `<Text>` each. */
export function Table<Item>(props: TableProps<Item>): ReactNode {
	const { columns, items, keyOf, cursor, sort, stale, focused, width, height, now, theme } = props;
	const inner = Math.max(0, width - 2);
	const fitted = useMemo(() => fitColumns(inSight(columns, sort?.column), inner), [columns, sort?.column, inner]);
	const [scroller] = useState(createScroller);
	const [changes] = useState(createChangeWatch);
	const hasChanged = changes.begin(now);
	const rows = Math.max(0, height - 1);
	const index = cursor === undefined ? -1 : items.findIndex((item) => keyOf(item) === cursor);
	const first = scroller.to(index === -1 ? undefined : index, { count: items.length, height: rows });
	return (
		<Box flexDirection="column" width={width}>
			<Line segments={[{ text: ' ' }, ...heading(fitted, sort, theme)]} width={width} />
			{items.slice(first, first + rows).map((item) => {
				const key = keyOf(item);
				const selected = key === cursor;
				const cells = fitted.map(({ column, width: cells }) => {
					const shown = column.cell(item, cells);
					const bold = !column.moves && hasChanged(key, column.id, plainText(shown));
					const dressed = shown.map((part) => dress(part, { bold, stale: stale ?? false, theme }));
					return fitSegments(dressed, cells, column.align, theme.glyphs.ellipsis);
				});
				const segments = fitSegments([bar(selected, focused, theme), ...joined(cells)], width);
				const band = selected && focused ? theme.selectedBand : undefined;
				return <PaintedLine key={key} text={paint(segments, band)} />;
			})}
		</Box>
	);
}

/** The column that the rows are sorted by stays when others go, with room for its title and the mark of its order. */
function inSight<Item>(columns: readonly Column<Item>[], sorted: string | undefined): readonly Column<Item>[] {
	return columns.map((column) => {
		if (column.id !== sorted) return column;
		const { width, title } = column;
		const min = Math.max(width.min, cellWidth(title) + 1);
		const priority = Math.min(column.priority, 0.5);
		return { ...column, extra: false, priority, width: { ...width, min, ideal: Math.max(width.ideal, min) } };
	});
}

function bar(selected: boolean, focused: boolean, theme: Theme): Segment {
	return selected ? { text: theme.glyphs.selected, color: focused ? theme.accent : theme.dim } : { text: ' ' };
}

function dress(
	segment: Segment,
	{ bold, stale, theme }: { readonly bold: boolean; readonly stale: boolean; readonly theme: Theme },
): Segment {
	if (stale) return { ...segment, color: theme.dim };
	return bold ? { ...segment, bold } : segment;
}

function joined(cells: readonly (readonly Segment[])[]): readonly Segment[] {
	const gap = { text: ' '.repeat(COLUMN_GAP) };
	return cells.flatMap((cell, index) => (index === 0 ? cell : [gap, ...cell]));
}

function heading(
	fitted: readonly FittedColumn<never>[],
	sort: { readonly column: string; readonly descending: boolean } | undefined,
	theme: Theme,
): readonly Segment[] {
	const { descending, ascending, ellipsis } = theme.glyphs;
	const cells = fitted.map(({ column, width }) => {
		const sorted = sort?.column === column.id;
		const mark = sorted ? (sort.descending ? descending : ascending) : '';
		const title: Segment = { text: column.title + mark, ...(sorted ? { bold: true } : { color: theme.dim }) };
		return fitSegments([title], width, column.align, ellipsis);
	});
	return joined(cells);
}
