import { remap } from '../keymap/keymap.ts';
import type { Remapping } from '../keymap/keymap.ts';
import type { AllBindings, BindingScope, Pane } from '../views/pane.ts';
import type { PaneId } from '../views/pane-id.ts';
import { COVER_BINDINGS, GLOBAL_BINDINGS } from './global-bindings.ts';
import { DIALOG_BINDINGS } from '../views/actions/dialog-bindings.ts';
import { createPanes } from './panes.ts';

/** Every key there is, the user's own in place of the defaults. */
export function allBindings(remapping: Remapping = {}, panes: readonly Pane[] = createPanes().all): AllBindings {
	return {
		everywhere: { scope: 'Everywhere', bindings: remap(GLOBAL_BINDINGS, remapping) },
		cover: { scope: 'Full screens', bindings: remap(COVER_BINDINGS, remapping) },
		dialog: { scope: 'Dialogs', bindings: remap(DIALOG_BINDINGS, remapping) },
		panes: panes.map(({ id, bindings }) => ({ id, scope: paneName(id), bindings: remap(bindings, remapping) })),
	};
}

/**
 * The bindings that may hear a key together: for each pane its own, those of full screens, those that work everywhere;
 * a dialog's stand alone.
 */
export function heardTogether({ everywhere, cover, dialog, panes }: AllBindings): readonly BindingScope['bindings'][] {
	return [dialog.bindings, ...panes.map(({ bindings }) => [...bindings, ...cover.bindings, ...everywhere.bindings])];
}

/** The name of a pane, as its border and the help have it: `Task definition` for `task-definition`. */
export function paneName(id: PaneId): string {
	const words = id.replaceAll('-', ' ');
	return words.slice(0, 1).toUpperCase() + words.slice(1);
}
