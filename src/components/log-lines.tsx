import { Box } from 'ink';
import type { ReactNode } from 'react';
import { PaintedLine } from './line.tsx';

/** A line of a log, drawn: one string per row of the screen. */
export type DrawnLine = { readonly id: string; readonly rows: readonly string[] };

export type LogLinesProps = {
	/** Oldest first. */
	readonly lines: readonly DrawnLine[];
	readonly width: number;
	readonly height: number;
	/** What does not fit is cut off at the top, or at the bottom. */
	readonly cutTop: boolean;
};

/** The rows of a log that are in view, and no others. */
export function LogLines({ lines, width, height, cutTop }: LogLinesProps): ReactNode {
	const rows = lines.flatMap(({ id, rows: texts }) => texts.map((text, row) => ({ key: `${id} ${row}`, text })));
	const shown = cutTop ? rows.slice(-height) : rows.slice(0, height);
	return (
		<Box flexDirection="column" width={width} height={height}>
			{shown.map(({ key, text }) => (
				<PaintedLine key={key} text={text} />
			))}
		</Box>
	);
}
