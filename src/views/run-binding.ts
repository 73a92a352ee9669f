import type { Binding } from '../keymap/binding.ts';
import type { ViewContext } from './pane.ts';

/** A binding by its id, wherever it is at home; not those of dialogs, which stand alone. */
export function bindingById({ bindings }: Pick<ViewContext, 'bindings'>, id: string): Binding<ViewContext> | undefined {
	const { everywhere, cover, panes } = bindings;
	return [everywhere, cover, ...panes].flatMap((scope) => scope.bindings).find((binding) => binding.id === id);
}

/** Runs a binding on what the bar is on, as if it had been chosen; or flashes why it does nothing now. */
export function runBinding(binding: Binding<ViewContext>, context: ViewContext): void {
	const reason = binding.offBecause?.(context);
	context.dispatch({ type: 'flash', flash: undefined });
	if (reason === undefined) {
		const { serviceArn, taskArn } = context.ui;
		// Where a filter shows no row nothing is selected, but what was before comes back with its row.
		if (serviceArn !== undefined) context.dispatch({ type: 'settle', serviceArn, taskArn });
		binding.run(context);
	} else {
		const flash = { level: 'warning', text: `${binding.label}: ${reason}` } as const;
		context.dispatch({ type: 'flash', flash });
	}
}
