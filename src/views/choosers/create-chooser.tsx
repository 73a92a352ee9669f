import type { ReactNode } from 'react';
import type { Column } from '../../components/column.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Table } from '../../components/table.tsx';
import type { Binding } from '../../keymap/binding.ts';
import type { Resource } from '../../model/resource.ts';
import type { Topic } from '../../store/picture.ts';
import { arrange } from '../arrange.ts';
import { filteredOut } from '../filtered-out.ts';
import { filteredTitle } from '../filtered-title.ts';
import { createMemo } from '../memo.ts';
import type { BodyProps, Pane, ViewContext } from '../pane.ts';
import type { PaneId } from '../pane-id.ts';
import { arrangeBindings, moveBindings } from '../table-bindings.ts';
import { firstTrouble } from '../trouble.ts';
import { tableState } from '../ui-state.ts';
import { chooseBindings, cursorOf } from './choose-bindings.ts';
import { markColumn } from './mark-column.ts';

type Empty = { readonly why: string; readonly press: string };

/** A full screen in which one thing, or several together, are chosen from a table. */
export type Chooser<Item> = {
	readonly id: PaneId;
	/** What the things are called: `Clusters`. */
	readonly name: string;
	readonly columns: (context: ViewContext) => readonly Column<Item>[];
	/** Keeps its identity while nothing changed. */
	readonly items: (context: ViewContext) => readonly Item[];
	readonly keyOf: (item: Item) => string;
	/** Keys of what is shown now. */
	readonly chosen: (context: ViewContext) => readonly string[];
	readonly choose: (context: ViewContext, keys: readonly string[]) => void;
	/** Several can be shown together. */
	readonly many: boolean;
	readonly topics?: (context: ViewContext) => readonly Topic[];
	/** What the items are made of; none for those known without asking. */
	readonly readings?: (context: ViewContext) => readonly (Resource<unknown> | undefined)[];
	readonly asking?: string;
	readonly empty: (context: ViewContext) => Empty;
	readonly bindings?: readonly Binding<ViewContext>[];
};

export function createChooser<Item>(chooser: Chooser<Item>): Pane {
	const { id, keyOf } = chooser;
	const rememberedColumns = createMemo<readonly Column<Item>[]>();
	const columns = (context: ViewContext): readonly Column<Item>[] => {
		const ticked = context.ui.marks[id] ?? [];
		const shown = chooser.chosen(context);
		return rememberedColumns([context.theme, context.picture.clusters, ticked.join(), shown.join()], () => [
			markColumn(
				context.theme,
				(item: Item) => ticked.includes(keyOf(item)),
				(item: Item) => shown.includes(keyOf(item)),
			),
			...chooser.columns(context),
		]);
	};
	const rows = (context: ViewContext) => arrange(chooser.items(context), columns(context), tableState(context.ui, id));
	const keys = (context: ViewContext): readonly string[] => rows(context).items.map(keyOf);
	const readings = (context: ViewContext) => chooser.readings?.(context) ?? [];

	function Body({ context, width, height, focused }: BodyProps): ReactNode {
		const { theme, now, ui } = context;
		const { items } = rows(context);
		const { sort, filter } = tableState(ui, id);
		const box = { theme, width, height };
		if (items.length > 0) {
			const at = cursorOf(context, chooser, items.map(keyOf));
			const stale = readings(context).some((reading) => reading?.failure);
			return <Table columns={columns(context)} cursor={at} {...box} {...{ items, keyOf, sort, stale, focused, now }} />;
		}
		if (filter !== '') return <Notice {...filteredOut(filter, context)} {...{ width, theme }} />;
		const failure = readings(context).find((reading) => reading?.failure)?.failure;
		if (failure) return <FailureNotice failure={failure} width={width} theme={theme} />;
		if (readings(context).some((reading) => reading?.value === undefined)) {
			return <Skeleton asking={chooser.asking ?? ''} {...box} />;
		}
		const { why, press } = chooser.empty(context);
		return <Notice headline={why} next={press} width={width} theme={theme} />;
	}

	return {
		id,
		title: (context) => {
			const { filter } = tableState(context.ui, id);
			const ticked = context.ui.marks[id]?.length ?? 0;
			const shown = `${chooser.chosen(context).length} of ${chooser.items(context).length} shown`;
			const words = chooser.many ? [shown, ...(ticked === 0 ? [] : [`${ticked} ticked`])] : [];
			return filteredTitle([chooser.name, ...words], filter);
		},
		trouble: (context) =>
			rows(context).problem ?? firstTrouble(readings(context), context.now, context.settings.regions.length > 1),
		topics: chooser.topics ?? (() => []),
		bindings: [
			...chooseBindings({ ...chooser, keys }),
			...(chooser.bindings ?? []),
			...moveBindings(id, keys, (context) => cursorOf(context, chooser, keys(context))),
			...arrangeBindings(id, columns),
		],
		Body,
	};
}
