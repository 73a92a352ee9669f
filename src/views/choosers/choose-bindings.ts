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

/** What the bar is on: what it was moved to, else what is shown now, else the first row. */
export function cursorOf(
	context: ViewContext,
	{ id, chosen }: Pick<Choices, 'id' | 'chosen'>,
	keys: readonly string[],
): string | undefined {
	const wanted = [tableState(context.ui, id).cursor, ...chosen(context)];
	return wanted.find((key) => key !== undefined && keys.includes(key)) ?? keys[0];
}

/** Enter shows the ticked things, or the one under the cursor where nothing was ticked; space ticks. */
export function chooseBindings({
	keys,
	...choices
}: Choices & { readonly keys: (context: ViewContext) => readonly string[] }): readonly Binding<ViewContext>[] {
	const { id, many, choose } = choices;
	const current = (context: ViewContext) => cursorOf(context, choices, keys(context));
	const marksOf = (context: ViewContext) => context.ui.marks[id] ?? [];
	const offBecause = (context: ViewContext): string | undefined =>
		current(context) === undefined ? 'there is nothing to choose' : undefined;
	const show: Binding<ViewContext> = {
		id: `${id}.show`,
		keys: ['enter'],
		label: 'show',
		hint: (context) => {
			const { length } = marksOf(context);
			return many ? (length === 0 ? 'show this one' : `show the ${length} ticked`) : 'use';
		},
		help: many ? 'Shows what you ticked, or else the row under the cursor.' : 'Uses the one under the cursor.',
		footer: 10,
		offBecause,
		run: (context) => {
			const one = current(context);
			const marks = marksOf(context);
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
			const before = marksOf(context);
			if (one === undefined) return;
			const marks = before.includes(one) ? before.filter((key) => key !== one) : [...before, one];
			context.dispatch({ type: 'mark', pane: id, marks });
		},
	};
	return many ? [show, mark] : [show];
}
