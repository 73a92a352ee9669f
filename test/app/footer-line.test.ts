import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import { allBindings } from '../../src/app/all-bindings.ts';
import { FooterLine, footerHints } from '../../src/app/footer-line.tsx';
import type { Binding } from '../../src/keymap/binding.ts';
import { findBinding } from '../../src/keymap/keymap.ts';
import type { ViewContext } from '../../src/views/pane.ts';
import type { PaneId } from '../../src/views/pane-id.ts';
import { INITIAL_TABLE, type UiState } from '../../src/views/ui-state.ts';
import { aChange } from '../fixtures/a-change.ts';
import { aDialog } from '../fixtures/a-dialog.ts';
import { viewContext } from '../views/view-context.ts';

const { everywhere, cover, dialog, panes } = allBindings();

function binding(id: string, keys: readonly string[], more: Partial<Binding<ViewContext>> = {}): Binding<ViewContext> {
	return { id, keys, label: id, footer: 1, run: () => {}, ...more };
}

function hints(...scopes: readonly (readonly Binding<ViewContext>[])[]): readonly string[] {
	return footerHints(viewContext(), scopes).map(({ id, keys }) => `${keys.join()} ${id}`);
}

/** The line as it is drawn for a pane. */
function drawn(ui: Partial<UiState>, scope: string): string {
	const [own] = panes.filter((one) => one.scope === scope);
	const scopes = [own?.bindings ?? [], cover.bindings, everywhere.bindings];
	const line = createElement(FooterLine, { context: viewContext({ ui }), scopes, width: 120 });
	return stripVTControlCharacters(renderToString(line, { columns: 120 }));
}

describe('the footer', () => {
	test('puts the most useful key first', () => {
		expect(hints([binding('logs', ['l'], { footer: 20 }), binding('open', ['enter'], { footer: 10 })])).toEqual([
			'enter open',
			'l logs',
		]);
	});

	test('leaves out what does nothing now', () => {
		expect(hints([binding('reverse', [','], { offBecause: () => 'nothing is sorted' })])).toEqual([]);
	});

	test.each<readonly [PaneId, string]>([
		['help', 'Help'],
		['clusters', 'Clusters'],
		['regions', 'Regions'],
		['profiles', 'Profiles'],
		['contexts', 'Contexts'],
	])('offers nothing of a service that %s hides', (id, scope) => {
		const [own] = panes.filter((one) => one.scope === scope);
		const context = viewContext({ ui: { screens: [id] } });
		const shown = footerHints(context, [own?.bindings ?? [], cover.bindings, everywhere.bindings]);
		const ids = shown.map((one) => one.id);
		expect(ids).toContain('leave');
		expect(ids.filter((one) => /^open\.(?:logs|events|deployments|metrics|autoscaling)$/u.test(one))).toEqual([]);
	});

	test('says the way back of a full screen in the words of the key', () => {
		expect(drawn({ screens: ['metrics'] }, 'Metrics')).toContain(' Esc back ');
	});

	test.each<readonly [string | undefined, string]>([
		[undefined, ''],
		['for', ' ←→ change it'],
		['bound', ' Space tick'],
	])('says under a dialog what changes the field %s', (focus, words) => {
		const acts = { dialog: aDialog({ focus }), changes: [] };
		const line = createElement(FooterLine, { context: viewContext({ acts }), scopes: [dialog.bindings], width: 80 });
		expect(stripVTControlCharacters(renderToString(line, { columns: 80 })).trimEnd()).toBe(words);
	});

	test('says on the screen of a change how it is taken back, and where its log is', () => {
		const acts = { dialog: undefined, changes: [aChange()] };
		const [own] = panes.filter((one) => one.scope === 'Change');
		const scopes = [own?.bindings ?? [], cover.bindings, everywhere.bindings];
		const line = createElement(FooterLine, {
			context: viewContext({ acts, ui: { screens: ['change'] } }),
			scopes,
			width: 80,
		});
		expect(stripVTControlCharacters(renderToString(line, { columns: 80 }))).toMatch(/^ u undo {2}l logs .* Esc back /u);
	});

	test('says in the palette what the palette does', () => {
		const prompt = { kind: 'palette', text: '', cursor: 0 } as const;
		expect(drawn({ prompt }, 'Services').trimEnd()).toBe(' Enter run  ↑↓ move  Esc leave');
	});

	test('says in a log that is filtered how to go from match to match', () => {
		expect(drawn({}, 'Logs')).not.toContain('match');
		const tables = { logs: { ...INITIAL_TABLE, filter: 'oom' } };
		expect(drawn({ tables, screens: ['logs'] }, 'Logs')).toContain(' n newer match  N older match ');
	});

	test('has the keys of a screen before those of everywhere, and the way back in any case', () => {
		const shown = drawn({ screens: ['logs'] }, 'Logs');
		expect(shown).toMatch(/ f one task  W wrap  J raw .* Esc back  : command  \? help/u);
		expect(drawn({ screens: ['task'] }, 'Task')).toMatch(/s scale .*Esc back/u);
		expect(drawn({ screens: ['help'] }, 'Help')).toContain(' ? close ');
	});

	test('names a key that works, not one that the pane took for itself', () => {
		expect(hints([binding('pause', ['p'])], [binding('profile', ['p', 'P']), binding('print', ['p'])])).toEqual([
			'p pause',
			'P profile',
		]);
	});

	test.each(panes.map(({ scope, bindings }) => [scope, bindings] as const))('tells the truth in %s', (_, own) => {
		const scopes = [own, everywhere.bindings];
		const shown = footerHints(viewContext(), scopes);
		expect(shown.length).toBeGreaterThan(0);
		for (const { id, keys } of shown) expect(findBinding(scopes, keys[0] ?? '')?.id).toBe(id);
	});
});
