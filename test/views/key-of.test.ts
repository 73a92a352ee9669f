import { expect, test } from 'vitest';
import { allBindings } from '../../src/app/all-bindings.ts';
import { keyOf } from '../../src/views/key-of.ts';

test('names the first key of an action, the own one where there is one', () => {
	expect(keyOf({ bindings: allBindings() }, 'move.top')).toBe('g');
	expect(keyOf({ bindings: allBindings({ back: ['ctrl-g', 'esc'] }) }, 'back')).toBe('Ctrl-g');
});

test('names the way through the palette where an action has no key', () => {
	expect(keyOf({ bindings: allBindings() }, 'open.regions')).toBe(': regions');
	expect(keyOf({ bindings: allBindings({ palette: [], quit: [] }) }, 'quit')).toBe('command quit');
});
