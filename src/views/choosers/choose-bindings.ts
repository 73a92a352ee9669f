import type { Binding } from '../../keymap/binding.ts';
import type { ViewContext } from '../pane.ts';
import type { PaneId } from '../pane-id.ts';
import { tableState } from '../ui-state.ts';

export type Choices = {
	readonly id: PaneId;
	readonly many: boolean;
	readonly chosen: (context: ViewContext) => readonly string[];
	readonly choose: (context: ViewContext, keys: readonly string[]) => void;
};

/** What is ticked: as it was changed here, or what is shown now. */
export function marksOf(context: ViewContext, { id, chosen }: Choices): readonly string[] {
	return context.ui.marks[id] ?? chosen(context);
}

/** Enter shows the ticked things, or the one under the cursor where nothing was ticked; space ticks. */
export function chooseBindings({
	keys,
	...choices
}: Choices & { readonly keys: (context: ViewContext) => readonly string[] }): readonly Binding<ViewContext>[] {
	const { id, many, choose } = choices;
	const current = (context: ViewContext): string | undefined => {
		const { cursor } = tableState(context.ui, id);
		const all = keys(context);
		return cursor !== undefined && all.includes(cursor) ? cursor : all[0];
	};
	const offBecause = (context: ViewContext): string | undefined =>
		current(context) === undefined ? 'there is nothing to choose' : undefined;
	const show: Binding<ViewContext> = {
		id: `${id}.show`,
		keys: ['enter'],
		label: 'show',
		help: many ? 'Shows what you ticked, or else the row under the cursor.' : 'Uses the one under the cursor.',
		footer: 10,
		offBecause,
		run: (context) => {
			const one = current(context);
			const marks = context.ui.marks[id] ?? [];
			const chosen = marks.length > 0 || one === undefined ? marks : [one];
			context.dispatch({ type: 'mark', pane: id, marks: undefined });
			choose(context, chosen);
			context.dispatch({ type: 'home' });
		},
	};
	const mark: Binding<ViewContext> = {
		id: `${id}.mark`,
		keys: ['space'],
		label: 'tick',
		help: 'Tick several to show them together in one table.',
		footer: 11,
		offBecause,
		run: (context) => {
			const one = current(context);
			const before = marksOf(context, choices);
			if (one === undefined) return;
			const marks = before.includes(one) ? before.filter((key) => key !== one) : [...before, one];
			context.dispatch({ type: 'mark', pane: id, marks });
		},
	};
	return many ? [show, mark] : [show];
}
