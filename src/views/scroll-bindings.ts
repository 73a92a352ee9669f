import type { Binding } from '../keymap/binding.ts';
import type { ViewContext } from './pane.ts';
import type { PaneId } from './pane-id.ts';

/**
 * The moving keys of a scrolled text; they share their ids with those of the tables. `lineCount` is how many lines
 * it has in the width it is shown in, so that the end is the end and the next key up moves at once.
 */
export function scrollBindings(
	pane: PaneId,
	lineCount: (context: ViewContext) => number,
): readonly Binding<ViewContext>[] {
	const end = (context: ViewContext): number => Math.max(0, lineCount(context) - context.pageSize);
	const offBecause = (context: ViewContext): string | undefined =>
		end(context) === 0 ? 'it all fits on the screen' : undefined;
	const move = (target: (from: number, last: number, page: number) => number) => (context: ViewContext) => {
		const last = end(context);
		const from = Math.min(context.ui.scrolls[pane] ?? 0, last);
		const to = target(from, last, Math.max(1, context.pageSize));
		context.dispatch({ type: 'scroll', pane, to: Math.max(0, Math.min(last, to)) });
	};
	return [
		{
			id: 'move.down',
			keys: ['j', 'down'],
			label: 'down',
			hint: () => 'scroll',
			footer: 15,
			offBecause,
			run: move((from) => from + 1),
		},
		{ id: 'move.up', keys: ['k', 'up'], label: 'up', offBecause, run: move((from) => from - 1) },
		{ id: 'move.top', keys: ['g', 'home'], label: 'to the top', offBecause, run: move(() => 0) },
		{ id: 'move.bottom', keys: ['G', 'end'], label: 'to the bottom', offBecause, run: move((_, last) => last) },
		{
			id: 'move.page-down',
			keys: ['pagedown', 'ctrl-d'],
			label: 'page down',
			offBecause,
			run: move((from, _, page) => from + page),
		},
		{
			id: 'move.page-up',
			keys: ['pageup', 'ctrl-u'],
			label: 'page up',
			offBecause,
			run: move((from, _, page) => from - page),
		},
	];
}
