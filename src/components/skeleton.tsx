import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Line } from './line.tsx';
import type { Theme } from './theme.ts';

export type SkeletonProps = {
	/** What is being waited for: `asking ecs:ListClusters in ap-northeast-1`. */
	readonly asking: string;
	readonly width: number;
	readonly height: number;
	readonly theme: Theme;
};

/** Widths of the words of the drawn rows: unlike each other, as real ones are, but always the same. */
const ROWS = [
	[14, 4, 9],
	[10, 4, 12],
	[17, 4, 7],
	[12, 4, 9],
];

/** Stands where rows will be, and says what is being asked for. Nothing in it moves. */
export function Skeleton({ asking, width, height, theme }: SkeletonProps): ReactNode {
	const rows = ROWS.slice(0, Math.max(0, height - 2));
	return (
		<Box flexDirection="column" width={width}>
			<Line segments={[{ text: `  ${asking} ${theme.glyphs.ellipsis}`, color: theme.dim }]} width={width} />
			<Line segments={[]} width={width} />
			{rows.map((words) => (
				<Line
					key={words.join('-')}
					segments={[
						{
							text: `  ${words.map((length) => theme.glyphs.skeleton.repeat(length)).join('   ')}`,
							color: theme.border,
						},
					]}
					width={width}
				/>
			))}
		</Box>
	);
}
