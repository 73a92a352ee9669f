import { describe, expect, test } from 'vitest';
import { handleKey } from '../../src/app/handle-key.ts';
import type { Binding } from '../../src/keymap/binding.ts';
import type { KeyPress } from '../../src/keymap/chord.ts';
import type { ViewContext } from '../../src/views/pane.ts';
import type { Prompt, UiAction } from '../../src/views/ui-state.ts';
import { viewContext } from '../views/view-context.ts';

const ZOOM: Binding<ViewContext> = {
	id: 'zoom',
	keys: ['z'],
	label: 'zoom',
	run: ({ dispatch }) => dispatch({ type: 'zoom' }),
};
const UNDO: Binding<ViewContext> = {
	id: 'undo',
	keys: ['u'],
	label: 'undo',
	offBecause: () => 'nothing was changed',
	run: ZOOM.run,
};

/** Stands for what quits at once and what suspends, under keys of one's own. */
const LEAVE: Binding<ViewContext> = { ...ZOOM, id: 'leave', keys: ['ctrl-q', 'Q'], whileTyping: true };

/** What a key dispatches, but for the clearing of the flash line and the settling of the selection. */
function pressed(press: KeyPress, prompt?: Prompt): readonly UiAction[] {
	const context = viewContext({ ui: { prompt } });
	const palette = () => [ZOOM, UNDO].map((binding) => ({ binding, matched: new Set<number>() }));
	handleKey(press, { context, scopes: [[ZOOM, UNDO, LEAVE]], palette });
	return context.actions.filter(
		(action) => action.type !== 'settle' && (action.type !== 'flash' || action.flash !== undefined),
	);
}

const key = (input: string): KeyPress => ({ input, key: {} });
const ENTER: KeyPress = { input: '', key: { return: true } };
const FILTER: Prompt = { kind: 'filter', pane: 'services', text: 'ap', before: '' };
const PALETTE: Prompt = { kind: 'palette', text: '', cursor: 0 };

describe('a key', () => {
	test('runs its binding', () => {
		expect(pressed(key('z'))).toEqual([{ type: 'zoom' }]);
	});

	test('that is off says why', () => {
		expect(pressed(key('u'))).toMatchObject([
			{ type: 'flash', flash: { level: 'warning', text: 'undo: nothing was changed' } },
		]);
	});

	test('that nobody has does nothing', () => {
		expect(pressed(key('x'))).toEqual([]);
	});
});

describe('while a filter is typed, a key', () => {
	test('is text, not a binding', () => {
		expect(pressed(key('z'), FILTER)).toEqual([{ type: 'prompt', prompt: { ...FILTER, text: 'apz', at: 3 } }]);
	});

	test('of what works while one types is text only if it is a character', () => {
		expect(pressed({ input: 'q', key: { ctrl: true } }, FILTER)).toEqual([{ type: 'zoom' }]);
		expect(pressed(key('Q'), FILTER)).toMatchObject([{ type: 'prompt', prompt: { text: 'apQ' } }]);
		expect(pressed({ input: 'c', key: { ctrl: true } }, FILTER)).toEqual([]);
	});

	test('edits where the cursor is', () => {
		const prompt: Prompt = { ...FILTER, at: 1 };
		expect(pressed({ input: '', key: { backspace: true } }, prompt)).toEqual([
			{ type: 'prompt', prompt: { ...FILTER, text: 'p', at: 0 } },
		]);
	});

	test('accepts it, or leaves it', () => {
		expect(pressed(ENTER, FILTER)).toEqual([{ type: 'prompt', prompt: undefined }]);
		expect(pressed({ input: '', key: { escape: true } }, FILTER)).toEqual([{ type: 'back' }]);
	});
});

describe('in the palette, a key', () => {
	test('moves within what was found', () => {
		const down: KeyPress = { input: '', key: { downArrow: true } };
		expect(pressed(down, PALETTE)).toEqual([{ type: 'prompt', prompt: { ...PALETTE, cursor: 1 } }]);
		expect(pressed(down, { ...PALETTE, cursor: 1 })).toEqual([{ type: 'prompt', prompt: { ...PALETTE, cursor: 1 } }]);
	});

	test('selects the best match again when the words change', () => {
		expect(pressed(key('z'), { ...PALETTE, cursor: 1 })).toEqual([
			{ type: 'prompt', prompt: { ...PALETTE, cursor: 0, text: 'z', at: 1 } },
		]);
	});

	test('runs what is selected, once the palette is closed', () => {
		expect(pressed(ENTER, PALETTE)).toEqual([{ type: 'prompt', prompt: undefined }, { type: 'zoom' }]);
	});
});
