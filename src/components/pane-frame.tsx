import { Box } from 'ink';
import type { ReactNode } from 'react';
import { cellWidth, truncate } from './cell-width.ts';
import { Line } from './line.tsx';
import { fitSegments, segmentsWidth } from './segment.ts';
import type { Segment } from './segment.ts';
import type { Theme } from './theme.ts';

export type PaneFrameProps = {
	/** What stands in the border: `Services`, `42`, `by attention`. */
	readonly title: readonly string[];
	/** Panes that share the place, if any; the active one's name takes the place of the first title part, in brackets where no colour tells it. */
	readonly tabs?: readonly { readonly label: string; readonly active: boolean }[];
	/** Said in the border as a warning: `stale 40s: ThrottlingException, retry in 8s`. */
	readonly trouble?: string | undefined;
	/** Stands in the lower border. */
	readonly foot?: readonly Segment[];
	readonly focused: boolean;
	/** Outer size in cells. */
	readonly width: number;
	readonly height: number;
	readonly theme: Theme;
	readonly children: ReactNode;
};

/** A rounded border with a title in it. What is inside has two cells less each way. */
export function PaneFrame(props: PaneFrameProps): ReactNode {
	const { width, height, theme, focused, foot, children } = props;
	const { box } = theme.glyphs;
	const color = focused ? theme.accent : theme.border;
	return (
		<Box flexDirection="column" width={width} height={height} flexShrink={0}>
			<Line segments={topBorder(props)} width={width} />
			<Box
				width={width}
				height={height - (foot ? 2 : 1)}
				flexDirection="column"
				overflow="hidden"
				borderTop={false}
				borderBottom={foot === undefined}
				borderStyle={{ ...box, top: box.horizontal, bottom: box.horizontal, left: box.vertical, right: box.vertical }}
				{...(color === undefined ? {} : { borderColor: color })}
			>
				{children}
			</Box>
			{foot ? <Line segments={bottomBorder(foot, props)} width={width} /> : null}
		</Box>
	);
}

/** `╰ Enter do it · Esc leave ─────╯` */
function bottomBorder(foot: readonly Segment[], { focused, width, theme }: PaneFrameProps): readonly Segment[] {
	const { box } = theme.glyphs;
	const color = focused ? theme.accent : theme.border;
	const rest = box.horizontal.repeat(Math.max(0, width - segmentsWidth(foot) - 4));
	return [{ text: `${box.bottomLeft} `, color }, ...foot, { text: ` ${rest}${box.bottomRight}`, color }];
}

/** `╭ Services ── 42 ── by attention ──── stale 40s: ThrottlingException ─╮` */
function topBorder({ title, tabs, trouble, focused, width, theme }: PaneFrameProps): readonly Segment[] {
	const { box, ellipsis } = theme.glyphs;
	const color = focused ? theme.accent : theme.border;
	const line = (text: string): Segment => ({ text, color });
	const name: Segment = { text: title[0] ?? '', bold: focused, ...(focused ? { color: theme.accent } : {}) };
	const names: readonly Segment[] = tabs?.length
		? tabs.flatMap(({ label, active }, index) => [
				...(index === 0 ? [] : [line(` ${box.vertical} `)]),
				active
					? { ...name, text: theme.accent === undefined ? `[${label}]` : label }
					: { text: label, color: theme.dim },
			])
		: [name];
	const rest = title
		.slice(1)
		.map((part) => [line(` ${box.horizontal}${box.horizontal} `), { text: part, color: theme.dim }]);
	const headOf = (parts: typeof rest) => [line(`${box.topLeft} `), ...names, ...parts.flat(), line(' ')];
	// What is wrong matters more than how the rows are ordered; the thing it is about stays.
	const wanted = trouble === undefined ? 0 : cellWidth(trouble) + 4;
	while (rest.length > 1 && segmentsWidth(headOf(rest)) > width - 2 - wanted) rest.pop();
	const whole = headOf(rest);
	const head = segmentsWidth(whole) > width - 2 ? fitSegments(whole, width - 2, 'left', ellipsis) : whole;
	const room = width - segmentsWidth(head) - 2;
	const warning = trouble === undefined ? '' : ` ${truncate(trouble, Math.max(room - 4, 0), ellipsis)} `;
	return [
		...head,
		line(box.horizontal.repeat(Math.max(0, room + 1 - cellWidth(warning) - (warning ? 1 : 0)))),
		{ text: warning, color: theme.degraded },
		line(`${warning ? box.horizontal : ''}${box.topRight}`),
	];
}
