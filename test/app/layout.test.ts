import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SMALLEST, bodyRect, layoutHome } from '../../src/app/layout.ts';
import type { Layout, Rect } from '../../src/app/layout.ts';

const HOME = { focus: 'services', zoomed: false, tab: 'tasks', lowest: 'logs', services: 40 } as const;

function rects({ panes, why }: Layout): readonly Rect[] {
	return [...panes.map(({ rect }) => rect), ...(why ? [why.rect] : [])];
}

describe('layoutHome', () => {
	test('lays the panes side by side where there is room', () => {
		const { panes, why } = layoutHome({ columns: 120, rows: 34 }, HOME);
		expect(panes.map(({ pane }) => pane)).toEqual(['services', 'tasks', 'logs']);
		expect(why?.framed).toBe(true);
	});

	test('stacks them where the tables would lose what one needs, the lower ones as tabs', () => {
		expect(layoutHome({ columns: 119, rows: 34 }, HOME).panes.map(({ pane }) => pane)).toEqual(['services', 'tasks']);
		const { panes, why } = layoutHome({ columns: 80, rows: 24 }, { ...HOME, tab: 'logs' });
		expect(panes.map(({ pane, tabs }) => [pane, tabs])).toEqual([
			['services', []],
			['logs', ['tasks', 'logs', 'events']],
		]);
		expect(why).toMatchObject({ framed: false, rect: { height: 3 } });
		expect(layoutHome({ columns: 80, rows: 23 }, HOME).why?.rect.height).toBe(1);
	});

	test('shows nothing but the zoomed pane', () => {
		const size = { columns: 120, rows: 34 };
		const { panes, why } = layoutHome(size, { ...HOME, focus: 'tasks', zoomed: true });
		expect(panes).toEqual([{ pane: 'tasks', rect: bodyRect(size), tabs: [] }]);
		expect(why).toBeUndefined();
	});

	test('has a tab for the events below the tables, and a place for them on a big screen', () => {
		const lowest = (columns: number, ui: Partial<typeof HOME | { lowest: 'events' }> = {}) =>
			layoutHome({ columns, rows: 50 }, { ...HOME, ...ui })
				.panes.slice(2)
				.map(({ pane, tabs }) => [pane, tabs]);
		expect(lowest(120)).toEqual([['logs', ['logs', 'events']]]);
		expect(lowest(120, { lowest: 'events' })).toEqual([['events', ['logs', 'events']]]);
		expect(lowest(160)).toEqual([
			['logs', []],
			['events', []],
		]);
	});

	test('leaves to the tasks what few services do not need', () => {
		const heights = (services: number | undefined) =>
			layoutHome({ columns: 80, rows: 24 }, { ...HOME, services }).panes.map(({ rect }) => rect.height);
		expect(heights(40)).toEqual([11, 8]);
		expect(heights(undefined)).toEqual([11, 8]);
		expect(heights(5)).toEqual([8, 11]);
		expect(heights(0)).toEqual([6, 13]);
	});

	test('fills the place between header and footer without gap or overlap, at any size', () => {
		const size = fc.record({
			columns: fc.integer({ min: SMALLEST.columns, max: 300 }),
			rows: fc.integer({ min: SMALLEST.rows, max: 100 }),
		});
		fc.assert(
			fc.property(size, (one) => {
				const taken = new Map<string, number>();
				for (const { left, top, width, height } of rects(layoutHome(one, HOME))) {
					for (let y = top; y < top + height; y += 1) {
						for (let x = left; x < left + width; x += 1) taken.set(`${x},${y}`, (taken.get(`${x},${y}`) ?? 0) + 1);
					}
				}
				expect(taken.size).toBe(one.columns * (one.rows - 2));
				expect(new Set(taken.values())).toEqual(new Set([1]));
			}),
			{ numRuns: 30 },
		);
	});

	test('leaves every pane a heading and a row at the smallest size', () => {
		const { panes } = layoutHome(SMALLEST, HOME);
		expect(Math.min(...panes.map(({ rect }) => rect.height))).toBeGreaterThanOrEqual(4);
	});
});
