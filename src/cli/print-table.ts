import stringWidth from 'string-width';
import type { Io } from './io.ts';

/** A column of a printed list. */
export type PrintColumn<Row> = {
	readonly title: string;
	readonly align?: 'right';
	readonly text: (row: Row) => string;
};

/** Prints rows under their titles, two spaces apart; the last column runs on as long as it likes. */
export function printTable<Row>(io: Io, columns: readonly PrintColumn<Row>[], rows: readonly Row[]): void {
	const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))];
	const widths = columns.map((_, index) => Math.max(...lines.map((line) => stringWidth(line[index] ?? ''))));
	for (const line of lines) {
		const cells = line.map((cell, index) => {
			const padding = ' '.repeat((widths[index] ?? 0) - stringWidth(cell));
			return columns[index]?.align === 'right' ? padding + cell : cell + padding;
		});
		io.stdout.write(`${cells.join('  ').trimEnd()}\n`);
	}
}
