import type { Binding } from '../keymap/binding.ts';
import type { Store, Topic } from '../store/picture.ts';
import type { Pane, ViewContext } from '../views/pane.ts';
import { atPresent } from '../views/events/entries.ts';
import { servicesAreKnown } from '../views/services/services-words.ts';
import { activePane } from '../views/ui-state.ts';
import { bodyRect, layoutHome } from './layout.ts';
import type { Layout } from './layout.ts';
import { findPane } from './panes.ts';
import type { Panes } from './panes.ts';
import { settleSelection } from './settle-selection.ts';

export type FrameInputs = Omit<ViewContext, 'pageSize' | 'pageWidth' | 'rewound' | 'reachesTo'> & {
	/** What the store remembers; undefined while there is no connection. */
	readonly memory: Pick<Store, 'at' | 'reachesTo'> | undefined;
	readonly panes: Panes;
	/** Of the terminal, in cells. */
	readonly columns: number;
	readonly rows: number;
};

/** All that a moment of the console is drawn from, and that a key is judged by. */
export type Frame = {
	readonly context: ViewContext;
	readonly layout: Layout;
	/** The full screen over the panes, if one is open. */
	readonly screen: Pane | undefined;
	/** The scopes that have the keys, inner ones first. */
	readonly scopes: readonly (readonly Binding<ViewContext>[])[];
	/** What has to be kept fresh while this is on screen. */
	readonly topics: readonly Topic[];
};

/** How long a remark stays in the footer, ms; a key takes it away sooner. An error stays until a key does. */
const FLASH = 6_000;

/** Puts a frame together. Pure: the same inputs give the same frame. */
export function makeFrame({ panes, columns, rows, memory, ...view }: FrameInputs): Frame {
	const size = { columns, rows };
	const base: ViewContext = {
		...view,
		...lookBack(view, memory),
		reachesTo: memory?.reachesTo(),
		pageSize: 1,
		pageWidth: columns - 2,
	};
	const ui = withoutOldFlash(settleSelection(panes, base), view.now);
	const services = servicesAreKnown(base) ? panes.services.allRows(base).length : undefined;
	const layout = layoutHome(size, { ...ui, services });
	const active = activePane(ui);
	const screen = ui.screens.length > 0 ? findPane(panes, active) : undefined;
	const rect = (screen ? undefined : layout.panes.find(({ pane }) => pane === active)?.rect) ?? bodyRect(size);
	const context = {
		...base,
		ui,
		pageSize: rect.height - 2,
		pageWidth: rect.width - 2 - insetOf(findPane(panes, active)),
	};
	// What is going on goes on being read, whatever one looks back at.
	const present = atPresent(context);
	const shown = screen ? [screen] : layout.panes.map(({ pane }) => findPane(panes, pane));
	return {
		context,
		layout,
		screen,
		scopes: scopesOf(context),
		topics: [...alwaysFresh(present), ...shown.flatMap((pane) => pane?.topics(present) ?? []), ...selected(present)],
	};
}

/** The picture to draw, and the time to draw it as of: those of then, where one looks back. */
function lookBack(
	{ ui, picture, now }: Pick<FrameInputs, 'ui' | 'picture' | 'now'>,
	memory: FrameInputs['memory'],
): Pick<ViewContext, 'picture' | 'now' | 'rewound'> {
	const at = ui.rewoundTo;
	const then = at === undefined ? undefined : memory?.at(at);
	if (at === undefined || !then) return { picture, now, rewound: undefined };
	return { picture: then, now: at, rewound: { at, present: { picture, now } } };
}

/** Cells that a pane of text leaves free beside it. */
export function insetOf(pane: Pane | undefined): number {
	return pane?.inset ? 2 : 0;
}

function scopesOf({ ui, acts, bindings: { everywhere, cover, dialog, panes } }: ViewContext): Frame['scopes'] {
	if (acts.dialog) return [dialog.bindings];
	const own = panes.filter(({ id }) => id === activePane(ui));
	const covers = ui.screens.length > 0 || ui.zoomed ? [cover] : [];
	return [...own, ...covers, everywhere].map(({ bindings }) => bindings);
}

/** The header speaks of the account, the clusters and all their services, whatever is below it. */
function alwaysFresh({ settings, picture, ui }: ViewContext): readonly Topic[] {
	const clusters = ui.clusterArns.length > 0 ? ui.clusterArns : Object.values(picture.clusters).flatMap(arns);
	return [
		...settings.regions.slice(0, 1).map((region): Topic => ({ kind: 'identity', region })),
		...settings.regions.map((region): Topic => ({ kind: 'clusters', region })),
		...clusters.map((clusterArn): Topic => ({ kind: 'services', clusterArn })),
	];
}

function arns({ value }: ViewContext['picture']['clusters'][string]): readonly string[] {
	return (value ?? []).map(({ clusterArn }) => clusterArn);
}

/** The selected service is looked at most closely, and with all that it is judged by. */
function selected({ ui: { serviceArn } }: ViewContext): readonly Topic[] {
	if (serviceArn === undefined) return [];
	return [
		{ kind: 'service', serviceArn },
		{ kind: 'evidence', serviceArn },
	];
}

function withoutOldFlash(ui: ViewContext['ui'], now: number): ViewContext['ui'] {
	return ui.flash && ui.flash.level !== 'error' && now - ui.flash.at > FLASH ? { ...ui, flash: undefined } : ui;
}
