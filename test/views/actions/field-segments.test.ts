import { expect, test } from 'vitest';
import { allBindings } from '../../../src/app/all-bindings.ts';
import { plainText } from '../../../src/components/segment.ts';
import { columnsOf, fieldSegments } from '../../../src/views/actions/field-segments.ts';
import type { Field } from '../../../src/views/actions/field.ts';
import { aDialog, aDraft } from '../../fixtures/a-dialog.ts';
import { THEME } from '../../fixtures/theme.ts';

/** The fields as they are drawn, the first of them having the keys. */
function drawn(fields: readonly Field[], values: Readonly<Record<string, string>> = {}, width = 76): readonly string[] {
	const dialog = aDialog({ draft: aDraft({ fields: () => fields }), values });
	const context = { theme: THEME, bindings: allBindings({ 'dialog.suggest': ['ctrl-t'] }) };
	return fields.map((field, index) =>
		plainText(fieldSegments(field, dialog, { ...columnsOf(fields), focused: index === 0, width }, context)).trimEnd(),
	);
}

const text = (id: string, label: string, more: Partial<Extract<Field, { readonly kind: 'text' }>> = {}): Field => ({
	kind: 'text',
	id,
	label,
	...more,
});

test('what is now stands under each other, and so does what is asked for', () => {
	expect(
		drawn([text('cpu', 'CPU target', { now: '55', unit: '%' }), text('memory', 'Memory', { now: 'none' })]),
	).toEqual(['▌ CPU target    55 → [ ] %', '  Memory      none → [ ]']);
});

test('a text that is longer than its field keeps its cursor in view', () => {
	const [line = ''] = drawn([text('command', 'Command')], { command: `sh -c '${'long '.repeat(30)}end'` }, 40);
	expect(line).toMatch(/^▌ Command {2}\[….*end' \]$/u);
	expect(line.length).toBeLessThanOrEqual(40);
});

test('a hint of which little could be read is left out', () => {
	const hinted = text('count', 'Count', { hint: '+2, -1, x2 and 0 also work' });
	expect(drawn([hinted])).toEqual(['▌ Count  [ ]   +2, -1, x2 and 0 also work']);
	expect(drawn([hinted], {}, 24)).toEqual(['▌ Count  [ ]']);
});

test('the key that offers something is the person’s own', () => {
	expect(drawn([text('tag', 'Tag', { suggestions: ['v3', 'v2'] })])).toEqual(['▌ Tag  [ ]   Ctrl-t one of 2']);
});
