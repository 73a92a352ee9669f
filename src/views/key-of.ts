import { chordLabel } from '../keymap/chord.ts';
import type { ViewContext } from './pane.ts';

/** The key of an action as the person has it: `Esc`; without any, the way to it by name: `: regions`. */
export function keyOf(context: Pick<ViewContext, 'bindings'>, id: string): string {
	const { everywhere, cover, dialog, panes } = context.bindings;
	for (const { bindings } of [everywhere, cover, dialog, ...panes]) {
		const found = bindings.find((binding) => binding.id === id);
		if (found?.keys[0] !== undefined) return chordLabel(found.keys[0]);
		if (found) return id === 'palette' ? found.label : `${keyOf(context, 'palette')} ${found.label}`;
	}
	return id;
}
