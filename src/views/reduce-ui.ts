import { endOf } from './logs/end-of.ts';
import type { LogsState } from './logs/logs-state.ts';
import type { PaneId } from './pane-id.ts';
import { activePane, tableState } from './ui-state.ts';
import type { HomePane, Prompt, TableState, UiAction, UiState } from './ui-state.ts';

/**
 * The state after an action. What an action does not change keeps its identity.
 * @param now when it is done, epoch ms: who dispatches it may have looked at the time long before
 */
export function reduceUi(ui: UiState, action: UiAction, now: number): UiState {
	switch (action.type) {
		case 'open':
			return open(ui, action.screen);
		case 'back':
			return back(ui);
		case 'home':
			return { ...ui, screens: [], prompt: undefined, valuesShown: false };
		case 'focus':
			return focus(ui, action.pane);
		case 'zoom':
			return { ...ui, zoomed: !ui.zoomed };
		case 'select-clusters':
			return { ...selectService(rewind(ui, undefined), undefined), clusterArns: action.clusterArns };
		case 'select-service':
			return selectService(ui, action.serviceArn);
		case 'select-task':
			return selectTask(ui, action.taskArn);
		case 'go-to':
			return goTo(ui, action.serviceArn, action.taskArn);
		case 'settle':
			return selectTask(selectService(ui, action.serviceArn), action.taskArn);
		case 'cursor':
			return moveCursor(ui, action.pane, action.cursor);
		case 'sort':
			return withTable(ui, action.pane, { sort: action.sort });
		case 'prompt':
			return prompt(ui, action.prompt);
		case 'faults-only':
			return { ...ui, faultsOnly: !ui.faultsOnly };
		case 'scroll':
			return { ...ui, scrolls: { ...ui.scrolls, [action.pane]: Math.max(0, action.to) } };
		case 'mark':
			return { ...ui, marks: withEntry(ui.marks, action.pane, action.marks) };
		case 'values-shown':
			return { ...ui, valuesShown: !ui.valuesShown };
		case 'all-events':
			return { ...ui, allEvents: !ui.allEvents };
		case 'all-findings':
			return { ...ui, allFindings: !ui.allFindings, findingOpenedFrom: undefined };
		case 'open-finding': {
			const { serviceArn, id, row } = action;
			const opened = { ...selectService(ui, serviceArn), allFindings: false, findingOpenedFrom: row };
			return withTable(opened, 'why', { cursor: id, filter: '' });
		}
		case 'routine-hidden':
			return { ...ui, routineHidden: !ui.routineHidden };
		case 'rewind':
			return rewind(ui, action.to);
		case 'logs':
			return { ...ui, logs: { ...ui.logs, ...action.logs } };
		case 'flash':
			return { ...ui, flash: action.flash && { ...action.flash, at: now } };
	}
}

/** What has the keys is to be seen, whichever panes share their place with it. */
function focus(ui: UiState, pane: HomePane): UiState {
	const tab = pane === 'services' ? ui.tab : pane;
	const lowest = pane === 'logs' || pane === 'events' ? pane : ui.lowest;
	return { ...ui, focus: pane, tab, lowest };
}

/** A screen that is open already comes to the top instead of lying there twice. */
function open(ui: UiState, screen: PaneId): UiState {
	if (ui.screens.at(-1) === screen) return ui;
	const below = ui.screens.filter((other) => other !== screen);
	// Events and findings are first of all those of the service one comes from.
	const allEvents = screen !== 'events' && ui.allEvents;
	const allFindings = screen !== 'why' && ui.allFindings;
	const findingOpenedFrom = screen === 'why' ? undefined : ui.findingOpenedFrom;
	const screens = [...below, screen];
	return { ...ui, screens, prompt: undefined, valuesShown: false, allEvents, allFindings, findingOpenedFrom };
}

/** One step back: what came last goes first. */
function back(ui: UiState): UiState {
	if (ui.prompt?.kind === 'filter') {
		return { ...withTable(ui, ui.prompt.pane, { filter: ui.prompt.before }), prompt: undefined };
	}
	if (ui.prompt) return { ...ui, prompt: undefined };
	// Whoever looks at what was must not take it for what is: there is no way past this one.
	if (ui.rewoundTo !== undefined) return rewind(ui, undefined);
	const pane = activePane(ui);
	if (tableState(ui, pane).filter !== '') return withTable(ui, pane, { filter: '' });
	const left = ui.screens.at(-1);
	if (left === 'why' && ui.findingOpenedFrom !== undefined) {
		const all = { ...ui, allFindings: true, findingOpenedFrom: undefined };
		return withTable(all, 'why', { cursor: ui.findingOpenedFrom });
	}
	if (left !== undefined) {
		return { ...ui, screens: ui.screens.slice(0, -1), valuesShown: false, marks: withEntry(ui.marks, left, undefined) };
	}
	if (ui.zoomed) return { ...ui, zoomed: false };
	if (ui.focus !== 'services') return { ...ui, focus: 'services' };
	return ui.faultsOnly ? { ...ui, faultsOnly: false } : ui;
}

/** The log goes along: it ends at that time, and follows again at the present one. */
function rewind(ui: UiState, to: number | undefined): UiState {
	if (to === ui.rewoundTo) return ui;
	return {
		...ui,
		rewoundTo: to,
		logs: { ...ui.logs, match: undefined, bottom: to === undefined ? undefined : endOf(to) },
	};
}

/** Another service has other tasks: what was chosen among the old ones is forgotten. */
function selectService(ui: UiState, serviceArn: string | undefined): UiState {
	const pointed = withTable(ui, 'services', { cursor: serviceArn });
	if (serviceArn === ui.serviceArn) return pointed;
	return {
		...withTable(pointed, 'tasks', { cursor: undefined }),
		serviceArn,
		taskArn: undefined,
		scrolls: {},
		marks: withEntry(ui.marks, 'tasks', undefined),
		logs: {
			...atTheNewest(ui.logs),
			...(ui.rewoundTo !== undefined && { bottom: endOf(ui.rewoundTo) }),
		},
	};
}

/** What would hide it is taken away. */
function goTo(ui: UiState, serviceArn: string, taskArn: string | undefined): UiState {
	const home = { ...ui, screens: [], zoomed: false, faultsOnly: false, prompt: undefined, valuesShown: false };
	const open = withTable(withTable(home, 'services', { filter: '' }), 'tasks', { filter: '' });
	const there = selectService(open, serviceArn);
	return taskArn === undefined ? focus(there, 'services') : focus(selectTask(there, taskArn), 'tasks');
}

/** Another log is followed from its end; how it is read stays as chosen. */
function atTheNewest(logs: LogsState): LogsState {
	return { ...logs, bottom: undefined, match: undefined, oneTask: false };
}

function moveCursor(ui: UiState, pane: PaneId, cursor: string | undefined): UiState {
	if (pane === 'services') return selectService(ui, cursor);
	return pane === 'tasks' ? selectTask(ui, cursor) : withTable(ui, pane, { cursor });
}

/** Another task's text is read from its beginning. */
function selectTask(ui: UiState, taskArn: string | undefined): UiState {
	const pointed = withTable(ui, 'tasks', { cursor: taskArn });
	if (taskArn === ui.taskArn) return pointed;
	const { task: _, ...scrolls } = ui.scrolls;
	return { ...pointed, taskArn, scrolls };
}

/** A filter works while it is being typed. */
function prompt(ui: UiState, next: Prompt | undefined): UiState {
	const filtered = next?.kind === 'filter' ? withTable(ui, next.pane, { filter: next.text }) : ui;
	return { ...filtered, prompt: next };
}

function withTable(ui: UiState, pane: PaneId, change: Partial<TableState>): UiState {
	const before = tableState(ui, pane);
	const same = Object.entries(change).every(([key, value]) => before[key as keyof TableState] === value);
	return same ? ui : { ...ui, tables: { ...ui.tables, [pane]: { ...before, ...change } } };
}

function withEntry<T>(
	record: Readonly<Partial<Record<PaneId, T>>>,
	pane: PaneId,
	value: T | undefined,
): Readonly<Partial<Record<PaneId, T>>> {
	const { [pane]: _, ...rest } = record;
	return value === undefined ? (rest as Readonly<Partial<Record<PaneId, T>>>) : { ...record, [pane]: value };
}
