import { expect, test } from 'vitest';
import type { Binding } from '../../../src/keymap/binding.ts';
import { bindingMatches, helpSections } from '../../../src/views/help/help-sections.ts';
import type { AllBindings, ViewContext } from '../../../src/views/pane.ts';
import { lineText } from '../../../src/views/text-line.ts';

const key = (id: string, keys: readonly string[], label: string, help?: string): Binding<ViewContext> => ({
	id,
	keys,
	label,
	...(help === undefined ? {} : { help }),
	run: () => undefined,
});
const down = key('move.down', ['j', 'down'], 'down');
const bindings: AllBindings = {
	everywhere: { scope: 'Everywhere', bindings: [key('help', ['?'], 'help', 'All keys, and what they do.')] },
	cover: { scope: 'Full screens', bindings: [key('leave', ['q'], 'back')] },
	dialog: { scope: 'Dialogs', bindings: [key('dialog.confirm', ['enter'], 'do it')] },
	panes: [
		{ id: 'services', scope: 'Services', bindings: [key('services.open', ['enter'], 'service'), down] },
		{ id: 'tasks', scope: 'Tasks', bindings: [down, key('open.regions', [], 'regions')] },
	],
};

test('lists keys by scope, and those that panes share once', () => {
	const text = helpSections(bindings).map(({ title, lines }) => [
		title,
		...lines(40).map((one) => lineText(one).trimEnd()),
	]);
	expect(text).toEqual([
		['Everywhere', '?  help  All keys, and what they do.'],
		['In every list and text', 'j ↓  down'],
		['Full screens', 'q  back'],
		['Dialogs', 'Enter  do it'],
		['Services', 'Enter  service'],
		['Tasks', ': by name  regions'],
	]);
});

test('begins with the pane one comes from, and leaves out nothing that a pane means by a key alone', () => {
	const oldest = key('move.down', ['j', 'down'], 'down', 'To the next line.');
	const panes = [...bindings.panes, { id: 'logs', scope: 'Logs', bindings: [oldest] } as const];
	const sections = helpSections({ ...bindings, panes }, 'logs');
	expect(sections.map(({ title }) => title).slice(0, 3)).toEqual(['Logs', 'Everywhere', 'In every list and text']);
	expect(sections[0]?.lines(60).map((one) => lineText(one).trimEnd())).toEqual(['j ↓  down  To the next line.']);
});

test('finds a key by its words, its name and itself', () => {
	const found = (wanted: string): boolean => bindingMatches(down, (text) => text.includes(wanted));
	expect([found('down'), found('move.'), found('↓'), found('scale')]).toEqual([true, true, true, false]);
});
