import type { ViewContext } from '../views/pane.ts';
import type { UiState } from '../views/ui-state.ts';
import type { Panes } from './panes.ts';

/**
 * What is selected, when nothing was chosen or the chosen one is not in the table: the first row, which is what
 * needs attention most; nothing, where a filter shows no row. Once chosen, a thing stays selected wherever its row goes. A full screen shows its thing
 * even when the table behind it no longer has it.
 */
export function settleSelection(panes: Panes, context: ViewContext): UiState {
	const { ui } = context;
	const covered = ui.screens.length > 0;
	const services = panes.services.rows(context).map(({ service }) => service.serviceArn);
	const hidden = services.length === 0 && panes.services.allRows(context).length > 0;
	const serviceArn = keep(ui.serviceArn, services, { covered, hidden });
	const sameService = serviceArn === ui.serviceArn;
	const withService = sameService ? ui : { ...ui, serviceArn };
	const tasks = panes.tasks.rows({ ...context, ui: withService }).map(({ taskArn }) => taskArn);
	const known = serviceArn === undefined ? {} : (context.picture.tasks[serviceArn]?.value ?? {});
	const taskArn = keep(ui.taskArn, tasks, { covered, hidden: tasks.length === 0 && Object.keys(known).length > 0 });
	return sameService && taskArn === ui.taskArn ? ui : { ...ui, serviceArn, taskArn };
}

type Table = {
	/** A full screen lies over it. */
	readonly covered: boolean;
	/** It has rows, and its filter shows none of them. */
	readonly hidden: boolean;
};

function keep(chosen: string | undefined, keys: readonly string[], { covered, hidden }: Table): string | undefined {
	if (hidden && !covered) return undefined;
	const stays = chosen !== undefined && (covered || keys.length === 0 || keys.includes(chosen));
	return stays ? chosen : keys[0];
}
