import type { ReactNode } from 'react';
import type { Theme } from '../components/theme.ts';
import type { Binding } from '../keymap/binding.ts';
import type { Context } from '../model/context.ts';
import type { PastChange } from '../model/past-change.ts';
import type { Service } from '../model/service.ts';
import type { LogTail } from '../store/log-tail.ts';
import type { Picture, Topic } from '../store/picture.ts';
import type { ActionRequest } from './actions/action-request.ts';
import type { DialogAction, DialogState } from './actions/dialog-state.ts';
import type { ChangeRecord } from './changes/change-record.ts';
import type { PaneId } from './pane-id.ts';
import type { UiAction, UiState } from './ui-state.ts';

/** All a view may know and do. Read the state, dispatch an action, ask the frame for an effect. */
export type ViewContext = {
	/** Epoch ms; advances once a second, so ages move and nothing else does. */
	readonly now: number;
	readonly picture: Picture;
	/** Set while one looks back: `picture` and `now` are then those of that time. */
	readonly rewound: Rewound | undefined;
	/** The oldest time that one can look back to, epoch ms; undefined before the first reading. */
	readonly reachesTo: number | undefined;
	readonly ui: UiState;
	readonly acts: ActsState;
	readonly theme: Theme;
	/** The tail that follows the selected service; undefined while there is no connection. */
	readonly logTail: LogTail | undefined;
	readonly settings: ViewSettings;
	/** Rows the focused table can show; page keys move by it. */
	readonly pageSize: number;
	/** Cells inside the border of the focused pane: what a scrolled text was wrapped to. */
	readonly pageWidth: number;
	/** Every key there is, the user's own in place of the defaults. */
	readonly bindings: AllBindings;
	dispatch(action: UiAction): void;
	readonly effects: Effects;
};

/** Where one has gone back to, and what is so meanwhile. */
export type Rewound = {
	/** Epoch ms. */
	readonly at: number;
	readonly present: { readonly picture: Picture; readonly now: number };
};

/** What is being changed: the open dialog, and the changes made since the console was opened, newest first. */
export type ActsState = { readonly dialog: DialogState | undefined; readonly changes: readonly ChangeRecord[] };

/** The keys of one pane, or those that work everywhere, under the name people know them by: `Services`, `Everywhere`. */
export type BindingScope = { readonly scope: string; readonly bindings: readonly Binding<ViewContext>[] };

/** Keys by where they work. */
export type AllBindings = {
	readonly everywhere: BindingScope;
	/** Of all that covers the home screen. */
	readonly cover: BindingScope;
	/** Of the dialog in which a change is thought through: while it is open no others are heard. */
	readonly dialog: BindingScope;
	readonly panes: readonly (BindingScope & { readonly id: PaneId })[];
};

export type ViewSettings = {
	readonly readOnly: boolean;
	readonly utc: boolean;
	readonly profile: string | undefined;
	/** What the header calls the place when it has no profile: `demo`. */
	readonly place?: string | undefined;
	readonly profiles: readonly string[];
	/** Those of the config file: `guardOf(contexts, placeOf(clusterArn, profile))` says what holds at a cluster. */
	readonly contexts: readonly Context[];
	/** The name of the one that was opened by it. */
	readonly context?: string | undefined;
	readonly regions: readonly string[];
	/** What deckwatch had changed from this machine before this console was opened, as the audit log has it. */
	readonly earlierChanges?: readonly PastChange[];
};

/** What only the frame can do. */
export type Effects = {
	refresh(): void;
	/** OSC 52; the flash line says what was copied. */
	copy(text: string, what: string): void;
	/** Another profile, other regions: the live picture starts anew. With `clusters`, by name, instead of those shown. */
	connect(connection: {
		readonly profile?: string;
		readonly regions: readonly string[];
		readonly context?: string;
		readonly clusters?: readonly string[];
	}): void;
	/** Opens the dialog of an action on a service. */
	act(request: ActionRequest, service: Service): void;
	/** Opens the dialog that takes a change back, by its id. */
	undo(id: string): void;
	editDialog(action: DialogAction): void;
	/** Carries out what the dialog shows. */
	confirm(): void;
	leaveDialog(): void;
	/** Opens a document of the dialog in the person's editor. */
	editDocument(id: string, text: string): void;
	suspend(): void;
	quit(): void;
};

export type BodyProps = {
	readonly context: ViewContext;
	/** Inside the border, in cells. */
	readonly width: number;
	readonly height: number;
	readonly focused: boolean;
};

/** One pane or full screen: what it is called, what its keys do, what it keeps fresh, how it looks. */
export type Pane = {
	readonly id: PaneId;
	/** What stands in the border: `Services`, `42`, `by attention`. */
	readonly title: (context: ViewContext) => readonly string[];
	/** `stale 40s: ThrottlingException, retry in 8s`, drawn in the border as a warning. */
	readonly trouble?: (context: ViewContext) => string | undefined;
	readonly bindings: readonly Binding<ViewContext>[];
	/** What has to be kept fresh while the pane is on screen. */
	readonly topics: (context: ViewContext) => readonly Topic[];
	/** Text, which keeps a cell away from the border; tables have a margin of their own. */
	readonly inset?: boolean;
	readonly Body: (props: BodyProps) => ReactNode;
};
