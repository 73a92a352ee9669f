import type { ReactNode } from 'react';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Notice } from '../components/notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import type { Binding } from '../keymap/binding.ts';
import { type FilterColumn, parseFilter } from '../model/filter.ts';
import type { Resource } from '../model/resource.ts';
import type { Topic } from '../store/picture.ts';
import { askingWords } from './asking-words.ts';
import { filteredOut } from './filtered-out.ts';
import { filteredTitle } from './filtered-title.ts';
import { Lines } from './lines.tsx';
import { createMemo } from './memo.ts';
import type { BodyProps, Pane, ViewContext } from './pane.ts';
import type { PaneId } from './pane-id.ts';
import { scrollBindings } from './scroll-bindings.ts';
import { filterBinding } from './table-bindings.ts';
import { lineText, type TextLine } from './text-line.ts';
import { troubleOf } from './trouble.ts';
import { activePane, tableState } from './ui-state.ts';

/** A full screen that is one scrolled text made from one reading. */
export type TextPane<T> = {
	readonly id: PaneId;
	readonly title: (context: ViewContext) => readonly string[];
	readonly topics: (context: ViewContext) => readonly Topic[];
	/** The keys beyond those that scroll and filter. */
	readonly bindings?: readonly Binding<ViewContext>[];
	/** What the text is made from; `'nothing'` when there is nothing to ask for. */
	readonly subject: (context: ViewContext) => Resource<T> | 'nothing' | undefined;
	/** Trouble of other readings that the text shows as well. */
	readonly trouble?: (context: ViewContext) => string | undefined;
	/** What is being asked while there is no answer: `asking ecs:DescribeServices for checkout`. */
	readonly asking: (context: ViewContext) => string;
	/** Why there is nothing to show, and what to press. */
	readonly empty: (context: ViewContext) => Empty;
	/** Applies the filter to what the text is made from, and says what is wrong with it; without it, single lines are kept or left out. */
	readonly narrow?: (value: T, filter: string) => Narrowed<T>;
	/** The text; none at all means empty. */
	readonly lines: (value: T, context: ViewContext, width: number) => readonly TextLine[];
};

type Narrowed<T> = { readonly value: T; readonly problem?: string | undefined };

/** Why a pane is empty, and what to press. */
type Empty = { readonly why: string; readonly press?: string };

const LINE: readonly FilterColumn<string>[] = [{ id: '', textOf: (text) => text }];

/** Makes the pane: its five states, scrolling, and its filter over lines. */
export function textPane<T>(screen: TextPane<T>): Pane {
	const { id, subject } = screen;
	const resourceOf = (context: ViewContext): Resource<T> | undefined => {
		const found = subject(context);
		return found === 'nothing' ? undefined : found;
	};
	const remembered = createMemo<readonly TextLine[]>();
	const shown = (context: ViewContext, width: number): readonly TextLine[] => {
		const value = resourceOf(context)?.value;
		if (value === undefined) return [];
		const { now, picture, theme, settings } = context;
		// All that lines can be made of: not where they are scrolled to.
		const { scrolls: _, ...ui } = context.ui;
		const inputs = [value, width, now, picture, theme, settings, ...Object.values(ui)];
		return remembered(inputs, () => passing(value, context, width));
	};
	const passing = (value: T, context: ViewContext, width: number): readonly TextLine[] => {
		const { filter } = tableState(context.ui, id);
		if (filter === '') return screen.lines(value, context, width);
		if (screen.narrow) return screen.lines(screen.narrow(value, filter).value, context, width);
		const { matches } = parseFilter(filter, LINE);
		return screen.lines(value, context, width).filter((one) => matches(lineText(one)));
	};

	/** What is wrong with the filter, in words. */
	const problem = (context: ViewContext): string | undefined => {
		const { filter } = tableState(context.ui, id);
		const value = resourceOf(context)?.value;
		if (filter === '' || value === undefined) return undefined;
		return screen.narrow ? screen.narrow(value, filter).problem : parseFilter(filter, LINE).problem;
	};

	function Body({ context, width, height }: BodyProps): ReactNode {
		const { theme, ui } = context;
		const box = { theme, width, height };
		const resource = resourceOf(context);
		const lines = shown(context, width);
		if (lines.length > 0) {
			return <Lines {...box} lines={lines} from={ui.scrolls[id] ?? 0} stale={resource?.failure !== undefined} />;
		}
		if (resource?.value !== undefined || subject(context) === 'nothing') {
			const { filter } = tableState(ui, id);
			if (filter !== '') return <Notice {...filteredOut(filter, context)} {...{ width, theme }} />;
			const { why, press } = screen.empty(context);
			return <Notice headline={why} {...(press === undefined ? {} : { next: press })} {...{ width, theme }} />;
		}
		if (resource?.failure) return <FailureNotice failure={resource.failure} width={width} theme={theme} />;
		if (context.rewound) return <Notice headline="deckwatch was not looking at this then." {...{ width, theme }} />;
		return <Skeleton asking={askingWords(screen.asking(context), context.picture)} {...box} />;
	}

	return {
		id,
		title: (context) => [
			...filteredTitle(screen.title(context), tableState(context.ui, id).filter),
			...(activePane(context.ui) === id ? beyond(shown(context, context.pageWidth).length, context, id) : []),
		],
		topics: screen.topics,
		trouble: (context) => problem(context) ?? troubleOf(resourceOf(context), context.now) ?? screen.trouble?.(context),
		bindings: [
			...(screen.bindings ?? []),
			filterBinding(id),
			...scrollBindings(id, (context) => shown(context, context.pageWidth).length),
		],
		inset: true,
		Body,
	};
}

/** How much of a text lies out of view: `3 more above`, `24 more below`. */
function beyond(count: number, { ui, pageSize }: ViewContext, id: PaneId): readonly string[] {
	const last = Math.max(0, count - pageSize);
	const above = Math.min(last, ui.scrolls[id] ?? 0);
	const below = last - above;
	return [...(above > 0 ? [`${above} more above`] : []), ...(below > 0 ? [`${below} more below`] : [])];
}
