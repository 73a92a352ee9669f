import { describe, expect, test } from 'vitest';
import type { Binding } from '../../src/keymap/binding.ts';
import { clashes, findBinding, remap, remapClashes, remappingProblems } from '../../src/keymap/keymap.ts';

function binding(id: string, ...keys: readonly string[]): Binding<void> {
	return { id, keys, label: id, run: () => {} };
}

const PANE = [binding('services.open', 'enter'), binding('events', 'e')];
const GLOBAL = [binding('open.events', 'e'), binding('help', '?')];

describe('findBinding', () => {
	test('prefers the inner scope', () => {
		expect(findBinding([PANE, GLOBAL], 'e')?.id).toBe('events');
		expect(findBinding([PANE, GLOBAL], '?')?.id).toBe('help');
	});

	test('finds nothing for a key nobody has', () => {
		expect(findBinding([PANE, GLOBAL], 'x')).toBeUndefined();
	});
});

describe('remap', () => {
	test('puts the keys of the person in place of the defaults', () => {
		expect(remap(GLOBAL, { help: ['f', 'h'] }).map(({ keys }) => keys)).toEqual([['e'], ['f', 'h']]);
	});

	test('takes a key away with an empty list', () => {
		expect(findBinding([remap(GLOBAL, { help: [] })], '?')).toBeUndefined();
	});

	test('leaves the others as they are', () => {
		expect(remap(GLOBAL, { help: ['h'] })[0]).toBe(GLOBAL[0]);
	});
});

describe('clashes', () => {
	test('names both that claim a key', () => {
		expect(clashes([binding('zoom', 'z'), binding('undo', 'u', 'z')])).toEqual([{ key: 'z', ids: ['zoom', 'undo'] }]);
	});

	test('has nothing to say about keys of different bindings', () => {
		expect(clashes(PANE)).toEqual([]);
	});
});

describe('remapClashes', () => {
	const logs = [binding('leave', 'q'), binding('wrap', 'w'), binding('quit', 'q')];
	const events = [binding('filter', '/'), binding('leave', 'q'), binding('quit', 'q')];

	test('has nothing to say about keys that stand in for each other by default', () => {
		expect(remapClashes([logs, events], {})).toEqual([]);
		expect(remapClashes([logs, events], { quit: ['Q'] })).toEqual([]);
	});

	test('names a key that was given to another action of the same place', () => {
		expect(remapClashes([logs, events], { quit: ['w'] })).toEqual([{ key: 'w', ids: ['wrap', 'quit'] }]);
	});

	test('names a clash of several places once', () => {
		expect(remapClashes([logs, logs], { quit: ['w'] })).toHaveLength(1);
	});

	test('lets actions of different places have one key', () => {
		expect(remapClashes([logs, events], { filter: ['w'] })).toEqual([]);
	});
});

describe('remappingProblems', () => {
	const ids = new Set(['help', 'zoom']);

	test('names actions that do not exist', () => {
		expect(remappingProblems({ hepl: ['h'] }, ids)).toEqual([
			{ id: 'hepl', problem: '"hepl" is not an action: `deckwatch keys` lists them' },
		]);
	});

	test('names keys that do not exist', () => {
		expect(remappingProblems({ help: ['f13', 'h'] }, ids)).toEqual([
			{ id: 'help', problem: expect.stringMatching(/^"f13" is not a key/u) as string },
		]);
	});

	test('is empty when all is well', () => {
		expect(remappingProblems({ help: ['h'], zoom: ['ctrl-z'] }, ids)).toEqual([]);
	});
});
