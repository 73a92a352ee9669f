import type { Binding } from '../../keymap/binding.ts';
import type { ViewContext } from '../pane.ts';
import { needsService } from '../service-hidden.ts';

/** Opens the log of the service on the screen, or of the task. */
export const OPEN_LOGS: Binding<ViewContext> = {
	id: 'open.logs',
	keys: ['l'],
	label: 'logs',
	help: 'The log of the service, or of the task whose screen is open.',
	footer: 20,
	offBecause: (context) => (context.ui.screens.at(-1) === 'logs' ? 'already open' : needsService(context)),
	run: ({ ui, dispatch }) => {
		const oneTask = ui.screens.at(-1) === 'task';
		if (oneTask !== ui.logs.oneTask) dispatch({ type: 'logs', logs: { oneTask, bottom: undefined } });
		dispatch({ type: 'open', screen: 'logs' });
	},
};
