import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Line } from '../components/line.tsx';
import type { Theme } from '../components/theme.ts';
import type { TextLine } from './text-line.ts';
import { toSegment } from './tones.ts';

export type LinesProps = {
	readonly lines: readonly TextLine[];
	readonly theme: Theme;
	readonly width: number;
	readonly height: number;
	/** First line shown; one past the end shows the last page. */
	readonly from?: number;
	/** Old data: everything is dimmed. */
	readonly stale?: boolean;
};

/** A window of `height` lines, each cut to the width. */
export function Lines({ lines, theme, width, height, from = 0, stale = false }: LinesProps): ReactNode {
	const first = Math.max(0, Math.min(from, lines.length - height));
	return (
		<Box flexDirection="column" width={width}>
			{lines.slice(first, first + height).map((spans, row) => (
				// A line has no name of its own: it is its place on the screen.
				<Line
					key={String(row)}
					segments={spans.map((one) => toSegment(stale ? { text: one.text, tone: 'dim' } : one, theme))}
					width={width}
					ellipsis={theme.glyphs.ellipsis}
				/>
			))}
		</Box>
	);
}
