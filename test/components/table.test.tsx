import fc from 'fast-check';
import { renderToString } from 'ink';
import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../src/components/cell-width.ts';
import type { Column } from '../../src/components/column.ts';
import { createTheme } from '../../src/components/create-theme.ts';
import { Table } from '../../src/components/table.tsx';
import type { TableProps } from '../../src/components/table.tsx';

type Row = { readonly name: string; readonly tasks: string };

const COLUMNS: readonly Column<Row>[] = [
	{
		id: 'service',
		title: 'SERVICE',
		width: { min: 8, ideal: 14, flex: 1 },
		priority: 0,
		cell: ({ name }) => [{ text: name }],
	},
	{
		id: 'tasks',
		title: 'TASKS',
		width: { min: 5, ideal: 5 },
		align: 'right',
		priority: 1,
		cell: ({ tasks }) => [{ text: tasks }],
	},
];
const ROWS = ['checkout', 'payments', 'search', 'web'].map((name) => ({ name, tasks: '2/4' }));
const theme = createTheme({ background: 'dark', colors: false, unicode: true });

function draw(props: Partial<TableProps<Row>> = {}): readonly string[] {
	const table = (
		<Table
			columns={COLUMNS}
			items={ROWS}
			keyOf={({ name }) => name}
			cursor={undefined}
			focused
			width={30}
			height={10}
			now={0}
			theme={theme}
			{...props}
		/>
	);
	return renderToString(table, { columns: props.width ?? 30 }).split('\n');
}

describe('Table', () => {
	test('draws headings and rows in columns', () => {
		expect(draw().map((line) => line.trimEnd())).toEqual([
			' SERVICE                TASKS',
			' checkout                 2/4',
			' payments                 2/4',
			' search                   2/4',
			' web                      2/4',
		]);
	});

	test('marks the selected row with a bar that is seen without colours', () => {
		expect(draw({ cursor: 'payments' })[2]).toMatch(/^▌payments/u);
	});

	test('shows the rows round the cursor when there are more than fit', () => {
		const lines = draw({ cursor: 'web', height: 3 });
		expect(lines.map((line) => line.slice(1, 9).trim())).toEqual(['SERVICE', 'search', 'web']);
	});

	test('says by which column it is sorted, and which way', () => {
		expect(draw({ sort: { column: 'service', descending: true } })[0]).toContain('SERVICE↓');
	});

	test('keeps the column that it is sorted by in sight, its title whole', () => {
		const sort = { column: 'tasks', descending: true };
		expect(draw({ width: 15 })[0]).not.toContain('TASKS');
		expect(draw({ width: 20, sort })[0]).toContain('TASKS↓');
		const late = COLUMNS.map((column) => (column.id === 'tasks' ? { ...column, priority: 9, extra: true } : column));
		expect(draw({ width: 20, sort, columns: late })[0]).toContain('TASKS↓');
	});

	test('draws only the rows in view of many thousands', () => {
		let drawn = 0;
		const items = Array.from({ length: 5_000 }, (_, index) => ({ name: `service-${index}`, tasks: '1/1' }));
		const counting = COLUMNS.map((column) => ({
			...column,
			cell: (row: Row, width: number) => {
				drawn += 1;
				return column.cell(row, width);
			},
		}));
		draw({ items, columns: counting, cursor: 'service-4999', height: 21 });
		expect(drawn).toBe(20 * COLUMNS.length);
	});

	test('never draws a row wider than it may', () => {
		const rows = fc.array(
			fc.record({ name: fc.string({ unit: 'grapheme' }), tasks: fc.constantFrom('0/2', '日本語日本語', '') }),
			{ maxLength: 5 },
		);
		fc.assert(
			fc.property(rows, fc.integer({ min: 3, max: 90 }), (items, width) => {
				const clean = items.map((row, index) => ({
					...row,
					name: `${index}${row.name.replaceAll(/\p{Control}/gu, '')}`,
				}));
				for (const line of draw({ items: clean, width })) expect(cellWidth(line)).toBeLessThanOrEqual(width);
			}),
			{ numRuns: 40 },
		);
	});
});
