import { Text } from 'ink';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { paint } from './paint.ts';
import { fitSegments } from './segment.ts';
import type { Segment } from './segment.ts';
import type { Band } from './theme.ts';

export type LineProps = {
	readonly segments: readonly Segment[];
	/** Cells; the line is cut or filled to it. */
	readonly width: number;
	readonly band?: Band | undefined;
	readonly ellipsis?: string;
};

/** One row of the screen. */
export function Line({ segments, width, band, ellipsis }: LineProps): ReactNode {
	return <PaintedLine text={paint(fitSegments(segments, width, 'left', ellipsis), band)} />;
}

/** A row that is drawn anew only when its text or its looks changed. */
export const PaintedLine = memo(function PaintedLine({ text }: { readonly text: string }): ReactNode {
	return <Text wrap="truncate-end">{text}</Text>;
});
