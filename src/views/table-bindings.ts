import type { Column } from '../components/column.ts';
import type { Binding } from '../keymap/binding.ts';
import { keyOf } from './key-of.ts';
import type { ViewContext } from './pane.ts';
import type { PaneId } from './pane-id.ts';
import { tableState } from './ui-state.ts';
import type { Sort } from './ui-state.ts';

/**
 * The moving keys, the same in every table: they share their ids, so that one remapping changes all. A page is
 * the rows in view, less the heading.
 */
export function moveBindings(
	pane: PaneId,
	keysOf: (context: ViewContext) => readonly string[],
): readonly Binding<ViewContext>[] {
	const move = (target: (index: number, last: number, page: number) => number) => (context: ViewContext) => {
		const keys = keysOf(context);
		const cursor = tableState(context.ui, pane).cursor;
		const index = Math.max(0, cursor === undefined ? 0 : keys.indexOf(cursor));
		const next = target(index, keys.length - 1, Math.max(1, context.pageSize - 1));
		context.dispatch({ type: 'cursor', pane, cursor: keys[Math.max(0, Math.min(next, keys.length - 1))] });
	};
	return [
		{ id: 'move.down', keys: ['j', 'down'], label: 'down', run: move((index) => index + 1) },
		{ id: 'move.up', keys: ['k', 'up'], label: 'up', run: move((index) => index - 1) },
		{ id: 'move.top', keys: ['g', 'home'], label: 'to the top', run: move(() => 0) },
		{ id: 'move.bottom', keys: ['G', 'end'], label: 'to the bottom', run: move((_, last) => last) },
		{
			id: 'move.page-down',
			keys: ['pagedown', 'ctrl-d'],
			label: 'page down',
			run: move((index, _, page) => index + page),
		},
		{ id: 'move.page-up', keys: ['pageup', 'ctrl-u'], label: 'page up', run: move((index, _, page) => index - page) },
	];
}

/** The keys that filter and sort a table. */
export function arrangeBindings(
	pane: PaneId,
	columnsOf: (context: ViewContext) => readonly Column<never>[],
): readonly Binding<ViewContext>[] {
	const sortBy = (step: 1 | -1) => (context: ViewContext) => {
		const { sort } = tableState(context.ui, pane);
		context.dispatch({ type: 'sort', pane, sort: nextSort(sort, columnsOf(context), step) });
	};
	return [
		filterBinding(pane),
		{ id: 'sort.next', keys: ['>'], label: 'sort by next column', run: sortBy(1) },
		{ id: 'sort.previous', keys: ['<'], label: 'sort by previous column', run: sortBy(-1) },
		{
			id: 'sort.reverse',
			keys: [','],
			label: 'reverse order',
			offBecause: (context) =>
				tableState(context.ui, pane).sort ? undefined : `sort by a column first, with ${keyOf(context, 'sort.next')}`,
			run: ({ ui, dispatch }) => {
				const { sort } = tableState(ui, pane);
				if (sort) dispatch({ type: 'sort', pane, sort: { ...sort, descending: !sort.descending } });
			},
		},
	];
}

/** `/` opens the filter line of a pane. */
export function filterBinding(pane: PaneId): Binding<ViewContext> {
	return {
		id: 'filter',
		keys: ['/'],
		label: 'filter',
		help: 'Keep rows with a text; !not, /regex/ and col:value work, and a space means "and".',
		footer: 22,
		run: ({ ui, dispatch }) => {
			const { filter } = tableState(ui, pane);
			dispatch({ type: 'prompt', prompt: { kind: 'filter', pane, text: filter, before: filter } });
		},
	};
}

/** Round all columns, and through the pane's own order between the last and the first. */
function nextSort(sort: Sort | undefined, columns: readonly Column<never>[], step: 1 | -1): Sort | undefined {
	const stops = [undefined, ...columns];
	const at = sort ? 1 + columns.findIndex(({ id }) => id === sort.column) : 0;
	const next = stops[(at + step + stops.length) % stops.length];
	return next && { column: next.id, descending: next.largestFirst ?? false };
}
