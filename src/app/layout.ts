import { HOME_PANES } from '../views/ui-state.ts';
import type { HomePane, UiState } from '../views/ui-state.ts';

/** Cells from the upper left corner of the place between header and footer. */
export type Rect = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

export type PlacedPane = {
	readonly pane: HomePane;
	readonly rect: Rect;
	/** The panes that share this place, this one among them; none where it has its place to itself. */
	readonly tabs: readonly HomePane[];
};

export type Layout = {
	/** Header and footer take one line each; the panes lie between. */
	readonly panes: readonly PlacedPane[];
	/** Why the selected service needs attention; framed, or bare lines. */
	readonly why: { readonly rect: Rect; readonly framed: boolean } | undefined;
};

/** Nothing useful fits into less. */
export const SMALLEST = { columns: 40, rows: 12 };

/** The cells in which each table has the columns that one cannot do without, its border included. */
const ESSENTIAL = { services: 64, tasks: 56 };
/** From this size on the tables lie side by side; below, the lower panes become tabs. */
const WIDE = { columns: ESSENTIAL.services + ESSENTIAL.tasks, rows: 28 };
/** Columns from which on the events have a place beside the logs. */
const HUGE = 160;
/** The cause, what changed before it, and what AWS refuses. */
const WHY_LINES = 3;
/** A heading, and what a pane without rows has to say; with the border. */
const LEAST = 6;

type Size = { readonly columns: number; readonly rows: number };

/** What the layout is made from, besides the size. */
export type LayoutInputs = Pick<UiState, 'focus' | 'zoomed' | 'tab' | 'lowest'> & {
	/** How many services there are, whatever the filter; undefined while that is not known. */
	readonly services: number | undefined;
};

/** Where the panes of the home screen lie on a screen of this size. */
export function layoutHome(size: Size, inputs: LayoutInputs): Layout {
	const { focus, zoomed } = inputs;
	if (zoomed) return { panes: [{ pane: focus, rect: bodyRect(size), tabs: [] }], why: undefined };
	return isWide(size) ? wide(size, inputs) : stacked(size, inputs);
}

/** Everything between header and footer. */
export function bodyRect({ columns, rows }: Size): Rect {
	return { left: 0, top: 0, width: columns, height: rows - 2 };
}

function isWide({ columns, rows }: Size): boolean {
	return columns >= WIDE.columns && rows >= WIDE.rows;
}

function wide(size: Size, { lowest }: LayoutInputs): Layout {
	const { width, height } = bodyRect(size);
	const upper = Math.round(height * 0.5);
	const why = 2 + WHY_LINES;
	const left = Math.round(ESSENTIAL.services + (width - WIDE.columns) * 0.6);
	const row = { top: upper + why, height: height - upper - why };
	const logs = Math.round(width * 0.6);
	return {
		panes: [
			{ pane: 'services', rect: { left: 0, top: 0, width: left, height: upper }, tabs: [] },
			{ pane: 'tasks', rect: { left, top: 0, width: width - left, height: upper }, tabs: [] },
			...(width < HUGE
				? [{ pane: lowest, rect: { ...row, left: 0, width }, tabs: ['logs', 'events'] } as const]
				: ([
						{ pane: 'logs', rect: { ...row, left: 0, width: logs }, tabs: [] },
						{ pane: 'events', rect: { ...row, left: logs, width: width - logs }, tabs: [] },
					] as const)),
		],
		why: { rect: { left: 0, top: upper, width, height: why }, framed: true },
	};
}

function stacked(size: Size, { tab, services }: LayoutInputs): Layout {
	const body = bodyRect(size);
	const why = whyLines(size);
	const share = Math.ceil((body.height - why) * 0.55);
	// Services that need less leave the rest to their tasks; what the filter hides does not move the panes.
	const upper = services === undefined ? share : Math.min(share, Math.max(LEAST, services + 3));
	const lower = body.height - why - upper;
	return {
		panes: [
			{ pane: 'services', rect: { ...body, height: upper }, tabs: [] },
			{
				pane: tab,
				rect: { ...body, top: body.top + upper + why, height: lower },
				tabs: HOME_PANES.filter((pane) => pane !== 'services'),
			},
		],
		why: { rect: { ...body, top: body.top + upper, height: why }, framed: false },
	};
}

function whyLines({ rows }: Size): number {
	return rows < 24 ? 1 : WHY_LINES;
}
