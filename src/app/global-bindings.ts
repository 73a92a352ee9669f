import type { Binding } from '../keymap/binding.ts';
import { ACTION_BINDINGS } from '../views/actions/action-bindings.ts';
import { keyOf } from '../views/key-of.ts';
import { OPEN_LOGS } from '../views/logs/open-logs.ts';
import type { ViewContext } from '../views/pane.ts';
import type { PaneId } from '../views/pane-id.ts';
import { REWIND_BINDINGS } from '../views/rewind.ts';
import { needsService, serviceHidden } from '../views/service-hidden.ts';
import { HOME_PANES, activePane } from '../views/ui-state.ts';

/** The keys of everything that covers the home screen: there q goes back, too, instead of quitting. */
export const COVER_BINDINGS: readonly Binding<ViewContext>[] = [
	{
		id: 'leave',
		keys: ['esc', 'q'],
		label: 'back',
		hint: ({ rewound }) => (rewound ? 'now' : 'back'),
		footer: 14,
		stays: true,
		run: ({ dispatch }) => dispatch({ type: 'back' }),
	},
];

/** The keys that work everywhere, unless the pane that has the keys claims them. */
export const GLOBAL_BINDINGS: readonly Binding<ViewContext>[] = [
	{
		id: 'help',
		keys: ['?'],
		label: 'help',
		help: 'All keys, and what they do.',
		hint: ({ ui }) => (ui.screens.at(-1) === 'help' ? 'close' : 'help'),
		footer: 99,
		stays: true,
		run: (context) =>
			context.ui.screens.at(-1) === 'help' ? context.dispatch({ type: 'back' }) : open('help')(context),
	},
	{
		id: 'palette',
		keys: [':'],
		label: 'command',
		help: 'Every action and view by name; services, tasks and clusters, too.',
		footer: 98,
		stays: true,
		run: ({ dispatch }) => dispatch({ type: 'prompt', prompt: { kind: 'palette', text: '', cursor: 0 } }),
	},
	{
		id: 'back',
		keys: ['esc'],
		label: 'back',
		help: 'One step back, always.',
		run: ({ dispatch }) => dispatch({ type: 'back' }),
	},
	{
		id: 'focus.next',
		keys: ['tab'],
		label: 'pane',
		help: 'To the next pane.',
		footer: 60,
		offBecause: onlyAtHome,
		run: moveFocus(1),
	},
	{ id: 'focus.previous', keys: ['shift-tab'], label: 'previous pane', offBecause: onlyAtHome, run: moveFocus(-1) },
	{
		id: 'zoom',
		keys: ['z'],
		label: 'zoom',
		help: 'The focused pane on the full screen, and back.',
		footer: 61,
		offBecause: onlyAtHome,
		run: ({ dispatch }) => dispatch({ type: 'zoom' }),
	},
	{
		id: 'faults-only',
		keys: ['!'],
		label: 'faults only',
		help: 'Only services that need attention, or all again.',
		footer: 70,
		offBecause: onlyAtHome,
		run: ({ dispatch }) => dispatch({ type: 'faults-only' }),
	},
	OPEN_LOGS,
	screenBinding('why', 'w', 'why', 19),
	screenBinding('health', 'h', 'health', 20),
	screenBinding('events', 'e', 'events', 21),
	screenBinding('deployments', 'D', 'deployments', 23),
	screenBinding('metrics', 'm', 'metrics', 24),
	screenBinding('autoscaling', 'a', 'autoscaling', 26),
	...REWIND_BINDINGS,
	...ACTION_BINDINGS,
	{
		id: 'open.changes',
		keys: ['U'],
		label: 'changes',
		help: 'What was changed since deckwatch was opened, and what became of it.',
		offBecause: isOpen('changes'),
		run: open('changes'),
	},
	{
		id: 'open.task-definition',
		keys: ['Y'],
		label: 'task definition',
		help: 'The task definition as YAML.',
		footer: 25,
		offBecause: openOff('task-definition'),
		run: open('task-definition'),
	},
	{
		id: 'open.clusters',
		keys: ['C'],
		label: 'clusters',
		help: 'Choose clusters, a context, regions or a profile.',
		footer: 71,
		offBecause: isOpen('clusters'),
		run: open('clusters'),
	},
	{ id: 'open.regions', keys: [], label: 'regions', help: 'Choose the regions to show.', run: open('regions') },
	{ id: 'open.profiles', keys: [], label: 'profiles', help: 'Choose another AWS profile.', run: open('profiles') },
	{
		id: 'open.contexts',
		keys: [],
		label: 'contexts',
		help: 'Choose a context of the config file.',
		run: open('contexts'),
	},
	{
		id: 'copy',
		keys: ['y'],
		label: 'copy ARN',
		help: 'Copies the ARN of the selected task or service to the clipboard.',
		offBecause: (context) => serviceHidden(context) ?? (arnInHand(context.ui) ? undefined : 'nothing is selected'),
		run: ({ ui, effects }) => {
			const arn = arnInHand(ui);
			if (arn !== undefined) effects.copy(arn, arn);
		},
	},
	{ id: 'refresh', keys: ['ctrl-r'], label: 'refresh now', run: ({ effects }) => effects.refresh() },
	{
		id: 'suspend',
		keys: ['ctrl-z'],
		label: 'to the shell',
		help: 'Suspends deckwatch; fg brings it back.',
		whileTyping: true,
		run: ({ effects }) => effects.suspend(),
	},
	{ id: 'quit', keys: ['q'], label: 'quit', footer: 75, run: ({ effects }) => effects.quit() },
	{
		id: 'quit.now',
		keys: ['ctrl-c'],
		label: 'quit at once',
		whileTyping: true,
		run: ({ effects }) => effects.quit(),
	},
];

function open(screen: PaneId): (context: ViewContext) => void {
	return ({ dispatch }) => dispatch({ type: 'open', screen });
}

/** A full screen about the selected service. */
function screenBinding(screen: PaneId, key: string, label: string, footer: number): Binding<ViewContext> {
	return { id: `open.${screen}`, keys: [key], label, footer, offBecause: openOff(screen), run: open(screen) };
}

function isOpen(screen: PaneId): (context: ViewContext) => string | undefined {
	return ({ ui }) => (ui.screens.at(-1) === screen ? 'already open' : undefined);
}

function openOff(screen: PaneId): (context: ViewContext) => string | undefined {
	return (context) => isOpen(screen)(context) ?? needsService(context);
}

function onlyAtHome(context: ViewContext): string | undefined {
	return context.ui.screens.length > 0 ? `this is a full screen: ${keyOf(context, 'back')} goes back first` : undefined;
}

function moveFocus(step: 1 | -1): (context: ViewContext) => void {
	return ({ ui, dispatch }) => {
		const next = HOME_PANES.at((HOME_PANES.indexOf(ui.focus) + step) % HOME_PANES.length);
		if (next !== undefined) dispatch({ type: 'focus', pane: next });
	};
}

function arnInHand(ui: ViewContext['ui']): string | undefined {
	const pane = activePane(ui);
	return pane === 'tasks' || pane === 'task' ? (ui.taskArn ?? ui.serviceArn) : ui.serviceArn;
}
