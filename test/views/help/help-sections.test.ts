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
		['Services', 'Enter  service'],
		['Tasks', ': by name  regions'],
	]);
});

test('finds a key by its words, its name and itself', () => {
	const found = (wanted: string): boolean => bindingMatches(down, (text) => text.includes(wanted));
	expect([found('down'), found('move.'), found('↓'), found('scale')]).toEqual([true, true, true, false]);
});
