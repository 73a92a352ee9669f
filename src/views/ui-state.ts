import { INITIAL_LOGS, type LogsState } from './logs/logs-state.ts';
import type { PaneId } from './pane-id.ts';

/** What the person has chosen and typed: everything on screen that does not come from AWS. */
export type UiState = {
	/** Full screens over the home screen, the last one is shown; empty is home. */
	readonly screens: readonly PaneId[];
	/** The pane of the home screen that has the keys. */
	readonly focus: HomePane;
	readonly zoomed: boolean;
	/** The tab that is shown below the services where the panes are stacked. */
	readonly tab: Exclude<HomePane, 'services'>;
	/** The tab that is shown below the two tables where they lie side by side. */
	readonly lowest: 'logs' | 'events';
	/** Clusters shown together in one table. */
	readonly clusterArns: readonly string[];
	readonly serviceArn: string | undefined;
	readonly taskArn: string | undefined;
	readonly tables: Readonly<Partial<Record<PaneId, TableState>>>;
	/** The line being typed, if any: keys go there instead of to bindings. */
	readonly prompt: Prompt | undefined;
	readonly faultsOnly: boolean;
	/** First line shown of a scrolled text, by pane; panes without an entry are at their beginning. */
	readonly scrolls: Readonly<Partial<Record<PaneId, number>>>;
	/** What is ticked in a chooser, by pane; nothing at first. */
	readonly marks: Readonly<Partial<Record<PaneId, readonly string[]>>>;
	/** Environment values of the task definition are on screen; falls back to false when the screen is left. */
	readonly valuesShown: boolean;
	/** Events of every shown cluster instead of the selected service's. */
	readonly allEvents: boolean;
	/** What is found in every shown cluster instead of in the selected service. */
	readonly allFindings: boolean;
	/** The row of the list of all findings from which one of them was opened: one step back leads to it. */
	readonly findingOpenedFrom: string | undefined;
	/** Of what happened, only what is no routine. */
	readonly routineHidden: boolean;
	/** The time that the screen is drawn as of, epoch ms; undefined is now. */
	readonly rewoundTo: number | undefined;
	readonly logs: LogsState;
	readonly flash: Flash | undefined;
};

/** The panes of the home screen, in the order in which Tab goes round them. */
export const HOME_PANES = ['services', 'tasks', 'logs', 'events'] as const;
export type HomePane = (typeof HOME_PANES)[number];

/** Selection follows the thing (`cursor` is its key), never the row number. */
export type TableState = {
	readonly cursor: string | undefined;
	readonly filter: string;
	readonly sort: Sort | undefined;
};

export type Sort = { readonly column: string; readonly descending: boolean };

export type Prompt =
	| {
			readonly kind: 'filter';
			readonly pane: PaneId;
			readonly text: string;
			/** The filter that Esc brings back. */
			readonly before: string;
			/** Where the next character goes, in graphemes; at the end, if absent. */
			readonly at?: number;
	  }
	| {
			readonly kind: 'palette';
			readonly text: string;
			/** The selected row. */
			readonly cursor: number;
			readonly at?: number;
	  };

/** What the console says in the footer. */
export type Remark = { readonly level: 'info' | 'warning' | 'error'; readonly text: string };

/** A remark, and when it was made, epoch ms. */
export type Flash = Remark & { readonly at: number };

export type UiAction =
	| { readonly type: 'open'; readonly screen: PaneId }
	| { readonly type: 'back' }
	| { readonly type: 'home' }
	| { readonly type: 'focus'; readonly pane: HomePane }
	| { readonly type: 'zoom' }
	| { readonly type: 'select-clusters'; readonly clusterArns: readonly string[] }
	| { readonly type: 'select-service'; readonly serviceArn: string | undefined }
	| { readonly type: 'select-task'; readonly taskArn: string | undefined }
	/** To a service, or to one of its tasks, on the home screen, wherever one is and whatever is filtered. */
	| { readonly type: 'go-to'; readonly serviceArn: string; readonly taskArn?: string }
	| { readonly type: 'settle'; readonly serviceArn: string | undefined; readonly taskArn: string | undefined }
	| { readonly type: 'cursor'; readonly pane: PaneId; readonly cursor: string | undefined }
	| { readonly type: 'sort'; readonly pane: PaneId; readonly sort: Sort | undefined }
	| { readonly type: 'prompt'; readonly prompt: Prompt | undefined }
	| { readonly type: 'faults-only' }
	| { readonly type: 'scroll'; readonly pane: PaneId; readonly to: number }
	| { readonly type: 'mark'; readonly pane: PaneId; readonly marks: readonly string[] | undefined }
	| { readonly type: 'values-shown' }
	| { readonly type: 'all-events' }
	| { readonly type: 'all-findings' }
	/** One of the list of all: `row` is where it stands there. */
	| { readonly type: 'open-finding'; readonly serviceArn: string; readonly id: string; readonly row: string }
	| { readonly type: 'routine-hidden' }
	/** Undefined comes back to now. */
	| { readonly type: 'rewind'; readonly to: number | undefined }
	| { readonly type: 'logs'; readonly logs: Partial<LogsState> }
	| { readonly type: 'flash'; readonly flash: Remark | undefined };

export const INITIAL_TABLE: TableState = { cursor: undefined, filter: '', sort: undefined };

/** How the console opens: at home, the services have the keys, nothing is chosen. */
export const INITIAL_UI: UiState = {
	screens: [],
	focus: 'services',
	zoomed: false,
	tab: 'tasks',
	lowest: 'logs',
	clusterArns: [],
	serviceArn: undefined,
	taskArn: undefined,
	tables: {},
	prompt: undefined,
	faultsOnly: false,
	scrolls: {},
	marks: {},
	valuesShown: false,
	allEvents: false,
	allFindings: false,
	findingOpenedFrom: undefined,
	routineHidden: false,
	rewoundTo: undefined,
	logs: INITIAL_LOGS,
	flash: undefined,
};

/** The pane that has the keys: the topmost full screen, or the focused pane of the home screen. */
export function activePane(ui: UiState): PaneId {
	return ui.screens.at(-1) ?? ui.focus;
}

export function tableState(ui: UiState, pane: PaneId): TableState {
	return ui.tables[pane] ?? INITIAL_TABLE;
}
