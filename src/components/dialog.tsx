import { Box } from 'ink';
import type { ReactNode } from 'react';
import { PaneFrame } from './pane-frame.tsx';
import type { Segment } from './segment.ts';
import type { Theme } from './theme.ts';

export type DialogProps = {
	readonly title: readonly string[];
	/** Stands in the lower border. */
	readonly foot?: readonly Segment[];
	/** Outer size, and where its upper left corner lies on the screen, in cells. */
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly top: number;
	readonly theme: Theme;
	/** Must fill its place: what lies under it shines through where nothing is drawn. */
	readonly children: ReactNode;
};

/** A frame over the others. */
export function Dialog({ title, foot, width, height, left, top, theme, children }: DialogProps): ReactNode {
	return (
		<Box position="absolute" top={top} left={left} width={width} height={height}>
			<PaneFrame title={title} {...(foot ? { foot } : {})} focused width={width} height={height} theme={theme}>
				{children}
			</PaneFrame>
		</Box>
	);
}
