import { cellWidth } from '../components/cell-width.ts';
import { line, type TextLine, padLine, span, type Span } from './text-line.ts';
import { paragraph } from './wrap.ts';

/** A column of a small table inside a scrolled text. The last one takes what is left and wraps. */
export type GridColumn<Row> = {
	readonly title: string;
	readonly cell: (row: Row) => Span;
	readonly align?: 'right';
};

const GAP = 2;
/** A last column narrower than this goes under its row instead of beside it. */
const READABLE = 24;

/** Header and rows as lines, every column as wide as its widest cell. */
export function gridLines<Row>(
	columns: readonly GridColumn<Row>[],
	rows: readonly Row[],
	width: number,
): readonly TextLine[] {
	const grid = gridRows(columns, rows, width);
	return [grid.header, ...grid.rows.flat()];
}

/** The same with the lines of each row apart. */
export function gridRows<Row>(
	columns: readonly GridColumn<Row>[],
	rows: readonly Row[],
	width: number,
): { readonly header: TextLine; readonly rows: readonly (readonly TextLine[])[] } {
	const leading = columns.slice(0, -1);
	const last = columns.at(-1);
	const widths = leading.map(({ title, cell }) =>
		Math.max(cellWidth(title), ...rows.map((row) => cellWidth(cell(row).text))),
	);
	const before = widths.reduce((sum, one) => sum + one + GAP, 0);
	const beside = width - before >= READABLE;
	const place = (cells: readonly Span[]): TextLine =>
		cells.flatMap((cell, index) => [
			...aligned(cell, widths[index] ?? 0, leading[index]?.align),
			span(' '.repeat(GAP)),
		]);
	const rowLines = (row: Row): readonly TextLine[] => {
		const start = place(leading.map(({ cell }) => cell(row)));
		const { text, tone } = last?.cell(row) ?? span('');
		if (text === '') return [start];
		const [first = [], ...rest] = paragraph(text, beside ? width - before : width - 2 * GAP, tone);
		if (beside) return [[...start, ...first], ...rest.map((one) => [span(' '.repeat(before)), ...one])];
		return [start, ...[first, ...rest].map((one) => [span(' '.repeat(2 * GAP)), ...one])];
	};
	return {
		header: [...place(leading.map(({ title }) => span(title, 'dim'))), span(beside ? (last?.title ?? '') : '', 'dim')],
		rows: rows.map(rowLines),
	};
}

function aligned(cell: Span, width: number, align: 'right' | undefined): TextLine {
	if (align !== 'right') return padLine([cell], width);
	return [...line(' '.repeat(Math.max(0, width - cellWidth(cell.text)))), cell];
}
