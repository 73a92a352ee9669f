import type { ViewContext } from '../pane.ts';
import { activePane, tableState } from '../ui-state.ts';
import type { ChangeRecord } from './change-record.ts';

type Shown = Pick<ViewContext, 'acts' | 'ui'>;

/** The change that the list points at, else the newest. */
export function shownChange({ acts, ui }: Shown): ChangeRecord | undefined {
	const { cursor } = tableState(ui, 'changes');
	return acts.changes.find(({ id }) => id === cursor) ?? acts.changes[0];
}

/** What `undo` is about: the change that is on the screen, else the newest that can be taken back; or why there is none. */
export function changeToUndo(context: Shown): ChangeRecord | string {
	const pane = activePane(context.ui);
	if (pane !== 'change' && pane !== 'changes') {
		return context.acts.changes.find((one) => whyNotUndone(one) === undefined) ?? NOTHING;
	}
	const change = shownChange(context);
	if (!change) return NOTHING;
	return whyNotUndone(change) ?? change;
}

const NOTHING = 'nothing that was changed here can be taken back';

/** Undefined when it can be taken back. */
function whyNotUndone({ plan, outcome, canUndo, undoneBy }: ChangeRecord): string | undefined {
	if (undoneBy !== undefined) return 'this was taken back already';
	if (canUndo) return undefined;
	if (plan.undo === undefined) return 'there is no way back from this';
	return outcome ? 'AWS has taken nothing of this' : 'AWS has not taken it yet';
}
