import type { EditedLine } from '../components/edit-line.ts';
import { editLine, editOf, editedLine } from '../components/edit-line.ts';
import type { Binding } from '../keymap/binding.ts';
import { chordLabel, chordOf } from '../keymap/chord.ts';
import type { KeyPress } from '../keymap/chord.ts';
import { findBinding } from '../keymap/keymap.ts';
import { focusedField, type DialogState } from '../views/actions/dialog-state.ts';
import { valueOf, type Field } from '../views/actions/field.ts';
import type { Prompt } from '../views/ui-state.ts';
import type { PaletteEntry } from './palette-entries.ts';
import { keyOf } from '../views/key-of.ts';
import type { ViewContext } from '../views/pane.ts';
import { runBinding } from '../views/run-binding.ts';

export type Keyboard = {
	readonly context: ViewContext;
	/** The scopes that have the keys, inner ones first. */
	readonly scopes: readonly (readonly Binding<ViewContext>[])[];
	readonly palette: (text: string) => readonly PaletteEntry[];
};

/** Does what a key asks for: edits the line being typed, or runs the binding, or says why that is off. */
export function handleKey(press: KeyPress, keyboard: Keyboard): void {
	const chord = chordOf(press);
	const binding = chord === undefined ? undefined : findBinding(keyboard.scopes, chord);
	const { prompt } = keyboard.context.ui;
	const { dialog } = keyboard.context.acts;
	const goesThrough = binding?.whileTyping && !isCharacter(chord);
	if (prompt && !goesThrough) return handlePromptKey(press, chord, prompt, keyboard);
	if (dialog && (!binding || isCharacter(chord))) return handleDialogKey(press, chord, dialog, keyboard.context);
	if (binding) runBinding(binding, keyboard.context);
	else if (chord !== undefined) sayUnbound(chord, keyboard.context);
}

/** A key that does nothing and says nothing looks like a console that hangs. */
function sayUnbound(chord: string, context: ViewContext): void {
	const text = `${chordLabel(chord)} is not a key here; ${keyOf(context, 'help')} lists the keys`;
	context.dispatch({ type: 'flash', flash: { level: 'info', text } });
}

function isCharacter(chord = ''): boolean {
	return chord === 'space' || [...chord].length === 1;
}

function handlePromptKey(press: KeyPress, chord: string | undefined, prompt: Prompt, keyboard: Keyboard): void {
	const { dispatch } = keyboard.context;
	if (chord === 'esc') return dispatch({ type: 'back' });
	if (chord === 'enter') return acceptPrompt(prompt, keyboard);
	if (prompt.kind === 'palette') {
		const step = stepOf(chord);
		if (step !== undefined) {
			const last = keyboard.palette(prompt.text).length - 1;
			const cursor = Math.max(0, Math.min(last, prompt.cursor + step));
			return dispatch({ type: 'prompt', prompt: { ...prompt, cursor } });
		}
	}
	const edit = editOf(chord, press.input);
	if (!edit) return;
	const { text, cursor: at } = editLine(promptLine(prompt), edit);
	// Other words find other entries: the best one is selected again.
	const edited: Prompt =
		prompt.kind === 'palette' && text !== prompt.text ? { ...prompt, cursor: 0, text, at } : { ...prompt, text, at };
	dispatch({ type: 'prompt', prompt: edited });
}

/** What is no key of the dialog fills in the field that has the keys; a few keys of the frame work in spite of it. */
function handleDialogKey(press: KeyPress, chord: string | undefined, dialog: DialogState, context: ViewContext): void {
	const { effects, bindings } = context;
	const through = chord === undefined ? undefined : findBinding([bindings.everywhere.bindings], chord);
	if (through?.whileTyping && !isCharacter(chord)) return runBinding(through, context);
	const field = focusedField(dialog);
	const edit = editOf(chord, press.input);
	if ((!dialog.draft || field?.kind === 'text') && edit) return effects.editDialog({ type: 'edit', edit });
	if (field?.kind === 'choice' && (chord === 'left' || chord === 'right' || chord === 'space')) {
		return effects.editDialog({ type: 'choose', step: chord === 'left' ? -1 : 1 });
	}
	if (field?.kind === 'tick' && chord === 'space') return effects.editDialog({ type: 'tick' });
	if (field?.kind === 'document' && chord === 'space') {
		return effects.editDocument(field.id, valueOf(field, dialog.values));
	}
	if (chord === undefined) return;
	const what = field && INSTEAD[field.kind];
	const text = `${chordLabel(chord)} does nothing here${what === undefined ? '' : `: ${what}`}`;
	context.dispatch({ type: 'flash', flash: { level: 'info', text } });
}

/** What changes a field of a kind. */
const INSTEAD: Readonly<Partial<Record<Field['kind'], string>>> = {
	choice: 'left and right change it',
	tick: 'Space ticks it',
	document: 'Space opens it in your editor',
};

function acceptPrompt(prompt: Prompt, { context, palette }: Keyboard): void {
	context.dispatch({ type: 'prompt', prompt: undefined });
	if (prompt.kind === 'filter') return;
	const entry = palette(prompt.text)[prompt.cursor];
	if (entry) runBinding(entry.binding, { ...context, ui: { ...context.ui, prompt: undefined } });
}

/** The line being typed, with its cursor. */
export function promptLine({ text, at }: Prompt): EditedLine {
	return at === undefined ? editedLine(text) : { text, cursor: at };
}

function stepOf(chord: string | undefined): number | undefined {
	if (chord === 'up' || chord === 'ctrl-p') return -1;
	return chord === 'down' || chord === 'ctrl-n' || chord === 'tab' ? 1 : undefined;
}
