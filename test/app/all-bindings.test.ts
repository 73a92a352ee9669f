import { describe, expect, test } from 'vitest';
import { allBindings } from '../../src/app/all-bindings.ts';
import { chordProblem } from '../../src/keymap/chord.ts';
import { clashes } from '../../src/keymap/keymap.ts';

const { everywhere, cover, panes } = allBindings();
const SCOPES = [everywhere, cover, ...panes];

describe.each(SCOPES.map(({ scope, bindings }) => [scope, bindings] as const))('the keys of %s', (_, bindings) => {
	test('are each claimed by one binding', () => {
		expect(clashes(bindings)).toEqual([]);
	});

	test('are keys', () => {
		expect(bindings.flatMap(({ keys }) => keys.flatMap((key) => chordProblem(key) ?? []))).toEqual([]);
	});

	test('that stand in the footer are bound', () => {
		expect(bindings.filter(({ footer, keys }) => footer !== undefined && keys.length === 0)).toEqual([]);
	});

	test('have labels short enough for the footer', () => {
		expect(bindings.filter(({ label }) => label.length > 24 || label === '')).toEqual([]);
	});
});

// The end of a log is its newest line: the moving keys have other words there.
test('an id that several panes share means the same in all of them', () => {
	const labels = new Map<string, Set<string>>();
	for (const { id, label } of SCOPES.flatMap(({ bindings }) => bindings)) {
		labels.set(id, (labels.get(id) ?? new Set()).add(label));
	}
	expect([...labels].filter(([id, words]) => words.size > 1 && !id.startsWith('move.'))).toEqual([]);
});

test('remapped keys are the ones that work', () => {
	const remapped = allBindings({ help: ['f'] });
	expect(remapped.everywhere.bindings.find(({ id }) => id === 'help')?.keys).toEqual(['f']);
});
