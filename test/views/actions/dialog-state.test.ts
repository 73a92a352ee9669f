import { describe, expect, test } from 'vitest';
import {
	fieldsOf,
	focusedField,
	heldBack,
	NAME,
	notYet,
	reduceDialog,
	typedLine,
	withDraft,
	type DialogAction,
	type DialogState,
} from '../../../src/views/actions/dialog-state.ts';
import { valueOf, type Field } from '../../../src/views/actions/field.ts';
import { aDialog, aDraft } from '../../fixtures/a-dialog.ts';

function after(dialog: DialogState, ...actions: readonly DialogAction[]): DialogState {
	return actions.reduce(reduceDialog, dialog);
}

/** What stands in the fields, by their ids. */
function values(dialog: DialogState): Readonly<Record<string, string>> {
	return Object.fromEntries(fieldsOf(dialog).map((field) => [field.id, valueOf(field, dialog.values)]));
}

const type = (text: string): DialogAction => ({ type: 'edit', edit: { type: 'insert', text } });
const next: DialogAction = { type: 'focus', step: 1 };

describe('the fields of a dialog', () => {
	test('begin with what they offer first, the first of them having the keys', () => {
		expect(values(aDialog())).toEqual({ count: '', for: 'always', bound: '' });
		expect(focusedField(aDialog())?.id).toBe('count');
	});

	test('take text, edited like any line', () => {
		const dialog = after(aDialog(), type('12'), { type: 'edit', edit: { type: 'left' } }, type('3'));
		expect(values(dialog)).toMatchObject({ count: '132' });
		const field = focusedField(dialog);
		expect(field && typedLine(dialog, field)).toEqual({ text: '132', cursor: 2 });
	});

	test('are gone round in both directions, and keep what was typed', () => {
		const dialog = after(aDialog(), type('6'), next, next, next);
		expect(focusedField(dialog)?.id).toBe('count');
		expect(focusedField(after(dialog, { type: 'focus', step: -1 }))?.id).toBe('bound');
		expect(values(dialog)).toMatchObject({ count: '6' });
	});

	test('offer choices one after the other, round and round', () => {
		const choice = after(aDialog(), next, { type: 'choose', step: 1 });
		expect(values(choice)).toMatchObject({ for: '15' });
		expect(values(after(choice, { type: 'choose', step: 1 }))).toMatchObject({ for: 'always' });
		expect(values(after(aDialog(), next, { type: 'choose', step: -1 }))).toMatchObject({ for: '15' });
	});

	test('are ticked and unticked', () => {
		const ticked = after(aDialog(), next, next, { type: 'tick' });
		expect(values(ticked)).toMatchObject({ bound: 'on' });
		expect(values(after(ticked, { type: 'tick' }))).toMatchObject({ bound: '' });
	});

	test('get what was typed before they were known', () => {
		const early = after(aDialog({ draft: undefined }), type('1'), type('23'), {
			type: 'edit',
			edit: { type: 'erase' },
		});
		expect(fieldsOf(early)).toEqual([]);
		expect(values(withDraft(early, aDraft()))).toMatchObject({ count: '12' });
	});

	test('offer what can be taken instead of typing it', () => {
		const tag: Field = { kind: 'text', id: 'tag', label: 'Tag', suggestions: ['v3', 'v2', 'v1'] };
		const dialog = aDialog({ draft: aDraft({ fields: () => [tag] }) });
		const suggest = (step: 1 | -1): DialogAction => ({ type: 'suggest', step });
		expect(values(after(dialog, suggest(1)))).toEqual({ tag: 'v3' });
		expect(values(after(dialog, suggest(1), suggest(1)))).toEqual({ tag: 'v2' });
		expect(values(after(dialog, suggest(-1)))).toEqual({ tag: 'v1' });
		expect(values(after(dialog, suggest(-1), suggest(1), type('-rc')))).toEqual({ tag: 'v3-rc' });
	});

	test('take a document as the editor left it, and nothing else by its name', () => {
		const env: Field = { kind: 'document', id: 'env', label: 'Environment', initial: 'PORT=80' };
		const dialog = aDialog({ draft: aDraft({ fields: () => [env] }) });
		expect(values(dialog)).toEqual({ env: 'PORT=80' });
		expect(values(after(dialog, { type: 'document', id: 'env', text: 'PORT=81' }))).toEqual({ env: 'PORT=81' });
		expect(after(aDialog(), { type: 'document', id: 'count', text: '6' }).values).toEqual({});
	});

	test('ignore keys that are not theirs', () => {
		const dialog = aDialog();
		expect(after(dialog, { type: 'tick' }, { type: 'choose', step: 1 }).values).toEqual({});
		expect(after(dialog, next, type('x')).values).toEqual({});
	});

	test('hand the keys on when the one that has them is no longer asked for', () => {
		const dialog = after(aDialog(), next, next);
		const fewer = aDraft({ fields: () => fieldsOf(dialog).slice(0, 1) });
		expect(focusedField({ ...dialog, draft: fewer })?.id).toBe('count');
	});
});

describe('a dialog is not carried out', () => {
	const ready = { ...aDialog(), values: { count: '6' } };

	test.each<readonly [Partial<DialogState>, string | undefined]>([
		[{}, undefined],
		[{ phase: 'reading' }, 'it is still being read'],
		[{ phase: 'checking' }, 'what follows from it is still being looked up'],
		[{ phase: 'carrying out' }, 'it is being sent'],
		[{ draft: undefined }, 'it could not be read'],
		[{ draft: aDraft({ fits: () => false }) }, 'what follows from it could not be looked up'],
		[{ values: {} }, 'nothing is asked for yet'],
		[{ values: { count: 'many' } }, '"many" is not a number of tasks'],
		[{ mustType: 'checkout' }, 'type checkout first'],
	])('while %o', (change, why) => {
		expect(notYet({ ...ready, ...change })).toBe(why);
	});

	test('in a protected context before the name of the service was typed', () => {
		const dialog = after({ ...ready, mustType: 'checkout' }, next, next, next, type('checkou'));
		expect(notYet(dialog)).toBe('type checkout first');
		expect(notYet(after(dialog, type('t')))).toBeUndefined();
	});

	test('and the name has the keys when nothing else is missing', () => {
		const protectedOne = { ...ready, mustType: 'checkout' };
		expect(values(after(heldBack(protectedOne), type('x')))).toMatchObject({ count: '6', [NAME]: 'x' });
		expect(heldBack({ ...protectedOne, values: {} }).focus).toBeUndefined();
	});
});

describe('a dialog that is being sent', () => {
	test('is not changed any more, but read on', () => {
		const dialog = aDialog({ values: { count: '6' }, phase: 'carrying out' });
		expect(after(dialog, type('0'), next, { type: 'choose', step: 1 })).toBe(dialog);
		expect(after(dialog, { type: 'scroll', lines: 5 }).scroll).toBe(5);
	});
});

test('a key takes away what was said of the last try', () => {
	const dialog = aDialog({ failure: 'Nothing was sent.', notice: 'It has changed.', tooEarly: true });
	expect(after(dialog, type('6'))).toMatchObject({ failure: undefined, notice: undefined, tooEarly: false });
});
