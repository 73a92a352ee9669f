import { expect, test } from 'vitest';
import { findBinding } from '../../src/keymap/keymap.ts';
import { scrollBindings } from '../../src/views/scroll-bindings.ts';
import { viewContext } from './view-context.ts';

/** A text of 50 lines in a window of 20, at a line: where a key goes from there. */
function pressed(key: string, from: number): unknown {
	const context = viewContext({ pageSize: 20, ui: { scrolls: { help: from } } });
	findBinding([scrollBindings('help', () => 50)], key)?.run(context);
	return context.actions[0];
}

test.each([
	['j', 0, 1],
	['j', 30, 30],
	['k', 0, 0],
	['k', 5, 4],
	['G', 0, 30],
	['g', 30, 0],
	['pagedown', 0, 20],
	['pagedown', 15, 30],
	['ctrl-u', 15, 0],
	['k', 99, 29],
])('%s from line %d goes to line %d', (key, from, to) => {
	expect(pressed(key, from)).toEqual({ type: 'scroll', pane: 'help', to });
});

test('is off, with the reason, when all of the text is on the screen', () => {
	const reasons = scrollBindings('help', () => 20).map(({ offBecause }) => offBecause?.(viewContext({ pageSize: 20 })));
	expect(new Set(reasons)).toEqual(new Set(['it all fits on the screen']));
});
