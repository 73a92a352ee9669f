import { editLine, editedLine, type Edit, type EditedLine } from '../../components/edit-line.ts';
import { isRefusal, type Refusal } from '../../actions/plan.ts';
import type { Subject } from '../../actions/subject.ts';
import { valueOf, type Field, type Values } from './field.ts';
import type { Draft, Ready } from './form.ts';

/** A change that is being thought through: what was typed, and what would come of it. */
export type DialogState = {
	readonly title: string;
	readonly subject: Subject;
	/** What was read; undefined until then. */
	readonly draft: Draft | undefined;
	readonly values: Values;
	/** What was typed before it was read: it goes into the first field. */
	readonly typedAhead: string;
	/** The field that has the keys; the first one, if undefined or gone. */
	readonly focus: string | undefined;
	/** Graphemes before the cursor of the field that has the keys; at its end, if undefined. */
	readonly cursor: number | undefined;
	/** Lines of the preview that are scrolled away. */
	readonly scroll: number;
	readonly phase: 'reading' | 'checking' | 'ready' | 'carrying out';
	/** Why it could not be read or carried out, in sentences. */
	readonly failure: string | undefined;
	/** What has happened since it was opened: the state moved. */
	readonly notice: string | undefined;
	/** What has to be typed before it is carried out: the name of a protected service. */
	readonly mustType: string | undefined;
	/** It was to be carried out before that could be: nothing was sent, and that is said. */
	readonly tooEarly: boolean;
};

export type DialogAction =
	| { readonly type: 'focus'; readonly step: 1 | -1 }
	| { readonly type: 'edit'; readonly edit: Edit }
	| { readonly type: 'choose'; readonly step: 1 | -1 }
	| { readonly type: 'tick' }
	/** The next or the previous of the suggestions, in place of what was typed. */
	| { readonly type: 'suggest'; readonly step: 1 | -1 }
	/** A document as it came out of the editor. */
	| { readonly type: 'document'; readonly id: string; readonly text: string }
	| { readonly type: 'scroll'; readonly lines: number };

/** The id of the field in which the name of a protected service is typed. */
export const NAME = 'name of the service';

/** The fields to be filled in now, the confirmation of a protected context last. */
export function fieldsOf({ draft, values, mustType }: DialogState): readonly Field[] {
	if (!draft) return [];
	const fields = draft.fields(values);
	if (mustType === undefined) return fields;
	const hint = `type ${mustType}: the context is protected`;
	return [...fields, { kind: 'text', id: NAME, label: 'Confirm', hint }];
}

/** The field that has the keys; undefined when there is none. */
export function focusedField(dialog: DialogState): Field | undefined {
	const fields = fieldsOf(dialog);
	return fields.find(({ id }) => id === dialog.focus) ?? fields[0];
}

/** The line being typed, with its cursor. */
export function typedLine({ values, cursor }: DialogState, field: Field): EditedLine {
	const text = valueOf(field, values);
	return cursor === undefined ? editedLine(text) : { text, cursor };
}

/** What would be done now; undefined while nothing is asked for. */
export function plannedOf({ draft, values }: DialogState): Ready | Refusal | undefined {
	return draft?.plan(values);
}

/** Why it cannot be carried out now; undefined when it can. */
export function notYet(dialog: DialogState): string | undefined {
	const { phase, mustType, values } = dialog;
	if (phase === 'reading') return 'it is still being read';
	if (phase === 'checking') return 'what follows from it is still being looked up';
	if (phase === 'carrying out') return 'it is being sent';
	if (!dialog.draft) return 'it could not be read';
	if (!dialog.draft.fits(values)) return 'what follows from it could not be looked up';
	const planned = plannedOf(dialog);
	if (!planned) return 'nothing is asked for yet';
	if (isRefusal(planned)) return planned.refused;
	return mustType === undefined || values[NAME] === mustType ? undefined : `type ${mustType} first`;
}

/** Whether all was read that the plan needs; after a failure it was not. */
export function isRead({ draft, values }: DialogState): boolean {
	return draft?.fits(values) ?? false;
}

/** The dialog after it was to be carried out too early; when only the name is missing, that is typed next. */
export function heldBack(dialog: DialogState): DialogState {
	const named = notYet({ ...dialog, mustType: undefined }) === undefined && notYet(dialog) !== undefined;
	return { ...dialog, tooEarly: true, ...(named ? { focus: NAME, cursor: undefined } : {}) };
}

/** The dialog after a key. */
export function reduceDialog(dialog: DialogState, action: DialogAction): DialogState {
	// What is being sent is what stands there.
	if (dialog.phase === 'carrying out' && action.type !== 'scroll') return dialog;
	const field = focusedField(dialog);
	switch (action.type) {
		case 'scroll':
			return { ...dialog, scroll: Math.max(0, dialog.scroll + action.lines) };
		case 'focus': {
			const fields = fieldsOf(dialog);
			const at = fields.findIndex(({ id }) => id === field?.id);
			const next = fields.at((at + action.step) % Math.max(1, fields.length));
			return { ...dialog, focus: next?.id, cursor: undefined };
		}
		case 'edit': {
			if (!dialog.draft) return { ...dialog, typedAhead: editLine(editedLine(dialog.typedAhead), action.edit).text };
			if (field?.kind !== 'text') return dialog;
			const { text, cursor } = editLine(typedLine(dialog, field), action.edit);
			return { ...withValue(dialog, field, text), cursor };
		}
		case 'choose': {
			if (field?.kind !== 'choice') return dialog;
			const at = field.choices.findIndex(({ value }) => value === valueOf(field, dialog.values));
			const chosen = field.choices.at((at + action.step) % field.choices.length);
			return chosen ? withValue(dialog, field, chosen.value) : dialog;
		}
		case 'suggest': {
			const suggestions = field?.kind === 'text' ? (field.suggestions ?? []) : [];
			const at = field ? suggestions.indexOf(valueOf(field, dialog.values)) : -1;
			const next =
				at < 0 && action.step < 0 ? suggestions.at(-1) : suggestions.at((at + action.step) % suggestions.length);
			return field && next !== undefined ? { ...withValue(dialog, field, next), cursor: undefined } : dialog;
		}
		case 'document': {
			const document = fieldsOf(dialog).find(({ id }) => id === action.id);
			return document?.kind === 'document' ? withValue(dialog, document, action.text) : dialog;
		}
		case 'tick':
			if (field?.kind !== 'tick') return dialog;
			return withValue(dialog, field, valueOf(field, dialog.values) === 'on' ? '' : 'on');
	}
}

/** The dialog with what was read for it. */
export function withDraft(before: DialogState, draft: Draft): DialogState {
	const dialog = { ...before, draft, typedAhead: '' };
	const field = focusedField(dialog);
	if (before.typedAhead === '' || field?.kind !== 'text') return dialog;
	return { ...withValue(dialog, field, before.typedAhead), tooEarly: before.tooEarly };
}

function withValue(dialog: DialogState, { id }: Field, value: string): DialogState {
	const values = { ...dialog.values, [id]: value };
	return { ...dialog, focus: id, values, scroll: 0, notice: undefined, failure: undefined, tooEarly: false };
}
