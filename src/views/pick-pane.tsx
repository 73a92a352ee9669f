import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Line } from '../components/line.tsx';
import { Notice } from '../components/notice.tsx';
import { createScroller, type Scroller } from '../components/scroll.ts';
import { Skeleton } from '../components/skeleton.tsx';
import type { Binding } from '../keymap/binding.ts';
import { type FilterColumn, parseFilter } from '../model/filter.ts';
import type { Resource } from '../model/resource.ts';
import type { Topic } from '../store/picture.ts';
import { askingWords } from './asking-words.ts';
import { filteredOut } from './filtered-out.ts';
import { filteredTitle } from './filtered-title.ts';
import { createMemo } from './memo.ts';
import type { BodyProps, Pane, ViewContext } from './pane.ts';
import type { PaneId } from './pane-id.ts';
import { filterBinding, moveBindings } from './table-bindings.ts';
import { EMPTY_LINE, lineText, type TextLine } from './text-line.ts';
import { toSegment } from './tones.ts';
import { troubleOf } from './trouble.ts';
import { tableState } from './ui-state.ts';

/** Some lines of a text that can be picked together. */
export type PickItem = {
	/** Stays while the text around it changes. */
	readonly key: string;
	/** Of the pane's width without the bar at the left. */
	readonly lines: readonly TextLine[];
	/** What Enter does with it, and the word for it; without it there is nothing behind these lines. */
	readonly enter?: { readonly label: string; readonly run: (context: ViewContext) => void } | undefined;
	/** What is copied of it; its text, if absent. */
	readonly copy?: string;
};

/** A full screen of lines of which one is picked. */
export type PickPane = {
	readonly id: PaneId;
	readonly title: (context: ViewContext) => readonly string[];
	readonly topics: (context: ViewContext) => readonly Topic[];
	readonly bindings?: readonly Binding<ViewContext>[];
	/** Whose age and trouble the text has; `'nothing'` when there is nothing to ask for. */
	readonly subject: (context: ViewContext) => Resource<unknown> | 'nothing' | undefined;
	readonly asking: (context: ViewContext) => string;
	/** Why there is nothing to show, and what to press. */
	readonly empty: (context: ViewContext) => { readonly why: string; readonly press?: string };
	readonly items: (context: ViewContext, width: number) => readonly PickItem[];
};

const COLUMNS: readonly FilterColumn<PickItem>[] = [{ id: '', textOf: ({ lines }) => lines.map(lineText).join(' ') }];

/** The bar at the left, and a cell that parts it from the text. */
const BAR = 2;

/** Makes the pane: its five states, the selection, its filter, copying. */
export function pickPane(screen: PickPane): Pane {
	const { id } = screen;
	const remembered = createMemo<readonly PickItem[]>();
	const all = (context: ViewContext, width: number): readonly PickItem[] => {
		const { now, picture, theme, settings, acts, ui } = context;
		const { scrolls: _, tables: __, ...rest } = ui;
		const inputs = [width, now, picture, theme, settings, acts, ui.tables[id]?.filter, ...Object.values(rest)];
		return remembered(inputs, () => {
			const { filter } = tableState(ui, id);
			const items = screen.items(context, width - BAR);
			return filter === '' ? items : items.filter(parseFilter(filter, COLUMNS).matches);
		});
	};
	const shown = (context: ViewContext) => all(context, context.pageWidth);
	const picked = (context: ViewContext): PickItem | undefined => pickedOf(shown(context), context, id);
	const resourceOf = (context: ViewContext): Resource<unknown> | undefined => {
		const found = screen.subject(context);
		return found === 'nothing' ? undefined : found;
	};

	function Body({ context, width, height }: BodyProps): ReactNode {
		const { theme, ui } = context;
		const [scroller] = useState(createScroller);
		const items = all(context, width);
		if (items.length > 0) return <Items {...{ items, context, width, height, scroller, id }} />;
		const resource = resourceOf(context);
		const { filter } = tableState(ui, id);
		if (filter !== '') return <Notice {...filteredOut(filter, context)} {...{ width, theme }} />;
		if (resource?.value !== undefined || screen.subject(context) === 'nothing') {
			const { why, press } = screen.empty(context);
			return <Notice headline={why} {...(press === undefined ? {} : { next: press })} {...{ width, theme }} />;
		}
		if (resource?.failure) return <FailureNotice failure={resource.failure} width={width} theme={theme} />;
		const asking = askingWords(screen.asking(context), context.picture);
		return <Skeleton {...{ asking, theme, width, height }} />;
	}

	return {
		id,
		title: (context) => filteredTitle(screen.title(context), tableState(context.ui, id).filter),
		topics: screen.topics,
		trouble: (context) =>
			parseFilter(tableState(context.ui, id).filter, COLUMNS).problem ?? troubleOf(resourceOf(context), context.now),
		bindings: [
			{
				id: `${id}.pick`,
				keys: ['enter'],
				label: 'open',
				hint: (context) => picked(context)?.enter?.label ?? 'open',
				footer: 10,
				offBecause: (context) => (picked(context)?.enter ? undefined : 'there is nothing behind this line'),
				run: (context) => picked(context)?.enter?.run(context),
			},
			...(screen.bindings ?? []),
			{
				id: `${id}.copy`,
				keys: ['y'],
				label: 'copy',
				help: 'Copies the picked line, or the command that it names.',
				offBecause: (context) => (picked(context) ? undefined : 'there is nothing to copy'),
				run: (context) => {
					const item = picked(context);
					const text = item?.copy ?? item?.lines.map((one) => lineText(one).trim()).join(' ');
					if (text !== undefined) context.effects.copy(text.trim(), text.trim());
				},
			},
			filterBinding(id),
			...moveBindings(
				id,
				(context) => shown(context).map(({ key }) => key),
				(context) => picked(context)?.key,
			),
		],
		inset: true,
		Body,
	};
}

/** Blocks of items with an empty line between them. */
export function apart(blocks: readonly (readonly PickItem[])[]): readonly PickItem[] {
	return blocks.flatMap((items, index) => {
		const last = items.at(-1);
		if (!last || index === blocks.length - 1) return items;
		return [...items.slice(0, -1), { ...last, lines: [...last.lines, EMPTY_LINE] }];
	});
}

/** The one under the cursor; the first one when that is gone. */
function pickedOf(items: readonly PickItem[], { ui }: ViewContext, id: PaneId): PickItem | undefined {
	const { cursor } = tableState(ui, id);
	return items.find(({ key }) => key === cursor) ?? items[0];
}

type ItemsProps = Omit<BodyProps, 'focused'> & {
	readonly items: readonly PickItem[];
	readonly scroller: Scroller;
	readonly id: PaneId;
};

/** A window over the lines that has the picked ones in view. */
function Items({ items, context, width, height, scroller, id }: ItemsProps): ReactNode {
	const { theme } = context;
	const { glyphs } = theme;
	const key = pickedOf(items, context, id)?.key;
	const rows = items.flatMap((item) => item.lines.map((spans) => ({ spans, isPicked: item.key === key })));
	const top = rows.findIndex(({ isPicked }) => isPicked);
	const bottom = rows.findLastIndex(({ isPicked }) => isPicked);
	const extent = { count: rows.length, height };
	// Its beginning is seen in any case, its end if it fits.
	scroller.to(bottom, extent);
	const first = scroller.to(top, extent);
	return (
		<Box flexDirection="column" width={width}>
			{rows.slice(first, first + height).map(({ spans, isPicked }, row) => {
				const bar = isPicked && spans.length > 0;
				const segments = spans.map((one) => toSegment(one, theme));
				return (
					// A line has no name of its own: it is its place on the screen.
					<Line
						key={String(row)}
						segments={[{ text: (bar ? glyphs.selected : '').padEnd(BAR), color: theme.accent }, ...segments]}
						width={width}
						band={bar ? theme.selectedBand : undefined}
						ellipsis={glyphs.ellipsis}
					/>
				);
			})}
		</Box>
	);
}
