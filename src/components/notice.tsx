import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { Color, Theme } from './theme.ts';

export type NoticeProps = {
	readonly glyph?: string;
	readonly color?: Color;
	/** One sentence: what is the matter. */
	readonly headline: string;
	/** Why, in AWS's words where there are any. */
	readonly detail?: string;
	/** What to do or to press. */
	readonly next?: string;
	readonly width: number;
	readonly theme: Theme;
};

/** A pane that has nothing to show says why, and what to do about it. */
export function Notice({ glyph, color, headline, detail, next, width, theme }: NoticeProps): ReactNode {
	return (
		<Box flexDirection="column" width={width} paddingX={2} paddingTop={1}>
			<Box flexShrink={0}>
				<Text {...(color === undefined ? {} : { color })}>
					{glyph === undefined ? headline : `${glyph} ${headline}`}
				</Text>
			</Box>
			{detail === undefined ? null : (
				// Where there is no room for all, the longest of the three gives way.
				<Box overflow="hidden">
					<Text {...(theme.dim === undefined ? {} : { color: theme.dim })}>{detail}</Text>
				</Box>
			)}
			{next === undefined ? null : (
				<Box marginTop={1} flexShrink={0}>
					<Text>{next}</Text>
				</Box>
			)}
		</Box>
	);
}
