import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { INITIAL_TABLE } from '../../src/views/ui-state.ts';
import type { ViewContext } from '../../src/views/pane.ts';
import { type PickItem, pickPane } from '../../src/views/pick-pane.tsx';
import { line } from '../../src/views/text-line.ts';
import { viewContext } from './view-context.ts';

const ITEMS: readonly PickItem[] = [
	{ key: 'one', lines: [line('the first'), line('and more of it')] },
	{ key: 'two', lines: [line('the second')], enter: { label: 'go', run: ({ effects }) => effects.quit() } },
	{ key: 'three', lines: [line('the third')], copy: 'deckwatch why' },
];

function pane(items = ITEMS) {
	return pickPane({
		id: 'why',
		title: () => ['Why'],
		topics: () => [],
		subject: () => ({ value: true }),
		asking: () => '',
		empty: () => ({ why: 'Nothing is wrong.', press: 'Press Esc.' }),
		items: () => items,
	});
}

function at(cursor: string | undefined, filter = '') {
	return viewContext({ ui: { screens: ['why'], tables: { why: { ...INITIAL_TABLE, cursor, filter } } } });
}

function drawn(context: ViewContext, height = 10, items = ITEMS): readonly string[] {
	const { Body } = pane(items);
	const body = <Body context={context} width={40} height={height} focused />;
	return stripVTControlCharacters(renderToString(body, { columns: 40 }))
		.split('\n')
		.map((row) => row.trimEnd());
}

function binding(id: string) {
	const found = pane().bindings.find((one) => one.id === id);
	if (!found) throw new Error(`there is no ${id}`);
	return found;
}

test('the first item is picked until another one is, with all of its lines', () => {
	expect(drawn(at(undefined))).toEqual(['▌ the first', '▌ and more of it', '  the second', '  the third']);
	expect(drawn(at('two'))).toEqual(['  the first', '  and more of it', '▌ the second', '  the third']);
});

test('what is picked is in view, from its beginning where it is too long', () => {
	expect(drawn(at('three'), 2)).toEqual(['  the second', '▌ the third']);
	expect(drawn(at('one'), 1)).toEqual(['▌ the first']);
});

test('an item that is gone leaves the first one picked', () => {
	expect(drawn(at('gone'))[0]).toBe('▌ the first');
});

test('Enter does what is behind a line, and says where there is nothing', () => {
	const context = at('two');
	expect(binding('why.pick').hint?.(context)).toBe('go');
	binding('why.pick').run(context);
	expect(context.asked).toEqual([['quit']]);
	expect(binding('why.pick').offBecause?.(at('one'))).toBe('there is nothing behind this line');
});

test('what is copied is the command that an item names, else its text', () => {
	const [one, three] = [at('one'), at('three')];
	binding('why.copy').run(one);
	binding('why.copy').run(three);
	expect(one.asked).toEqual([['copy', 'the first and more of it']]);
	expect(three.asked).toEqual([['copy', 'deckwatch why']]);
});

test('a filter keeps whole items, and says when none is left', () => {
	expect(drawn(at(undefined, 'more'))).toEqual(['▌ the first', '▌ and more of it']);
	expect(drawn(at(undefined, 'fourth')).join(' ')).toContain('fourth');
	expect(pane().title(at(undefined, 'more')).join(' ')).toContain('/more');
});

test('moving goes from item to item', () => {
	const context = at('one');
	binding('move.down').run(context);
	expect(context.actions).toEqual([{ type: 'cursor', pane: 'why', cursor: 'two' }]);
});

test('without any item it says why', () => {
	expect(drawn(at(undefined), 10, []).join('\n')).toMatch(/Nothing is wrong\.[^]*Press Esc\./u);
});
