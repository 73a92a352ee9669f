import type { HomePane, UiState } from '../views/ui-state.ts';

/** Cells from the upper left corner of the place between header and footer. */
export type Rect = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

export type Layout = {
	/** Header and footer take one line each; the panes lie between. */
	readonly panes: readonly { readonly pane: HomePane; readonly rect: Rect; readonly tabbed: boolean }[];
	/** Why the selected service needs attention; framed, or one or two bare lines. */
	readonly why: { readonly rect: Rect; readonly framed: boolean } | undefined;
};

/** Nothing useful fits into less. */
export const SMALLEST = { columns: 40, rows: 12 };

/** From this size on the panes lie side by side; below, the lower ones become tabs. */
const WIDE = { columns: 100, rows: 28 };
/** Of so many columns, so many are enough for what a service has to say: its graph goes first where there are less. */
const ENOUGH = { columns: 120, services: 66 };
/** Rows from which on the stacked panes leave a second line to the Why strip. */
const ROOMY = 24;
const TABS: readonly HomePane[] = ['tasks', 'logs', 'events'];

type Size = { readonly columns: number; readonly rows: number };

/** Where the panes of the home screen lie on a screen of this size. */
export function layoutHome(size: Size, ui: Pick<UiState, 'focus' | 'zoomed' | 'tab'>): Layout {
	if (ui.zoomed) return { panes: [{ pane: ui.focus, rect: bodyRect(size), tabbed: false }], why: undefined };
	return isWide(size) && ui.focus !== 'events' ? wide(size) : stacked(size, ui);
}

/** Everything between header and footer. */
export function bodyRect({ columns, rows }: Size): Rect {
	return { left: 0, top: 0, width: columns, height: rows - 2 };
}

/** The panes that Tab goes round. */
export function focusOrder(size: Size): readonly HomePane[] {
	return isWide(size) ? ['services', 'tasks', 'logs'] : ['services', ...TABS];
}

function isWide({ columns, rows }: Size): boolean {
	return columns >= WIDE.columns && rows >= WIDE.rows;
}

function wide(size: Size): Layout {
	const body = bodyRect(size);
	const upper = Math.round(body.height * 0.5);
	const why = 4;
	// What there is more goes to the words of both: a service's last event, and why a task stopped.
	const share = body.width < ENOUGH.columns ? 0.8 : 0.6;
	const left = Math.round(ENOUGH.services + (body.width - ENOUGH.columns) * share);
	const whyRect = { left: 0, top: body.top + upper, width: body.width, height: why };
	return {
		panes: [
			{ pane: 'services', rect: { left: 0, top: body.top, width: left, height: upper }, tabbed: false },
			{ pane: 'tasks', rect: { left, top: body.top, width: body.width - left, height: upper }, tabbed: false },
			{
				pane: 'logs',
				rect: { left: 0, top: body.top + upper + why, width: body.width, height: body.height - upper - why },
				tabbed: false,
			},
		],
		why: { rect: whyRect, framed: true },
	};
}

function stacked(size: Size, { tab }: Pick<UiState, 'tab'>): Layout {
	const body = bodyRect(size);
	// The cause alone may take a line of 80 cells, and what changed before it another one.
	const why = size.rows >= ROOMY ? 2 : 1;
	const upper = Math.ceil((body.height - why) * 0.55);
	const lower = body.height - why - upper;
	return {
		panes: [
			{ pane: 'services', rect: { ...body, height: upper }, tabbed: false },
			{ pane: tab, rect: { ...body, top: body.top + upper + why, height: lower }, tabbed: true },
		],
		why: { rect: { ...body, top: body.top + upper, height: why }, framed: false },
	};
}
