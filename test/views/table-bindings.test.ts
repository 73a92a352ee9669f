import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/components/column.ts';
import { findBinding } from '../../src/keymap/keymap.ts';
import { arrangeBindings, moveBindings } from '../../src/views/table-bindings.ts';
import type { TableState, UiAction } from '../../src/views/ui-state.ts';
import { INITIAL_TABLE } from '../../src/views/ui-state.ts';
import { viewContext } from './view-context.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const COLUMNS: readonly Column<never>[] = ['service', 'cpu'].map((id) => ({
	id,
	title: id,
	width: { min: 4, ideal: 4 },
	priority: 0,
	largestFirst: id === 'cpu',
	cell: () => [],
}));
const BINDINGS = [...moveBindings('services', () => KEYS), ...arrangeBindings('services', () => COLUMNS)];

/** What a key dispatches while the table is in a state. */
function pressed(chord: string, table: Partial<TableState> = {}): readonly UiAction[] {
	const context = viewContext({ pageSize: 5, ui: { tables: { services: { ...INITIAL_TABLE, ...table } } } });
	const binding = findBinding([BINDINGS], chord);
	if (binding?.offBecause?.(context) === undefined) binding?.run(context);
	return context.actions;
}

describe('moving', () => {
	test.each([
		['j', 'c', 'd'],
		['down', 'h', 'h'],
		['k', 'c', 'b'],
		['up', 'a', 'a'],
		['g', 'e', 'a'],
		['G', 'b', 'h'],
		['pagedown', 'b', 'f'],
		['pageup', 'g', 'c'],
	])('%s goes from %s to %s', (chord, from, to) => {
		expect(pressed(chord, { cursor: from })).toEqual([{ type: 'cursor', pane: 'services', cursor: to }]);
	});

	test('starts at the first row when the thing under the cursor is gone', () => {
		expect(pressed('j', { cursor: 'gone' })).toEqual([{ type: 'cursor', pane: 'services', cursor: 'b' }]);
	});
});

describe('sorting', () => {
	const sorted = (column: string, descending: boolean): UiAction => ({
		type: 'sort',
		pane: 'services',
		sort: { column, descending },
	});

	test('goes through the columns, each the way one looks at it first, and back to the own order', () => {
		expect(pressed('>')).toEqual([sorted('service', false)]);
		expect(pressed('>', { sort: { column: 'service', descending: true } })).toEqual([sorted('cpu', true)]);
		expect(pressed('>', { sort: { column: 'cpu', descending: true } })).toEqual([
			{ type: 'sort', pane: 'services', sort: undefined },
		]);
		expect(pressed('<')).toEqual([sorted('cpu', true)]);
	});

	test('turns the order round, once there is one', () => {
		expect(pressed(',', { sort: { column: 'cpu', descending: true } })).toEqual([sorted('cpu', false)]);
		expect(pressed(',')).toEqual([]);
	});
});

test('the filter key begins with the filter that is there', () => {
	expect(pressed('/', { filter: 'api' })).toEqual([
		{ type: 'prompt', prompt: { kind: 'filter', pane: 'services', text: 'api', before: 'api' } },
	]);
});
