import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { SMALLEST } from './layout.ts';

/** In place of panes nobody could read. */
export function TooSmall({ columns, rows }: { readonly columns: number; readonly rows: number }): ReactNode {
	return (
		<Box width={columns} height={rows} flexDirection="column" overflow="hidden">
			<Text>deckwatch needs a bigger window:</Text>
			<Text>
				{SMALLEST.columns}x{SMALLEST.rows} at least, this is {columns}x{rows}.
			</Text>
		</Box>
	);
}

export function isTooSmall(columns: number, rows: number): boolean {
	return columns < SMALLEST.columns || rows < SMALLEST.rows;
}
