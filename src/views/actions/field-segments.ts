import type { Segment } from '../../components/segment.ts';
import { textInput } from '../../components/text-input.ts';
import type { Theme } from '../../components/theme.ts';
import { typedLine, type DialogState } from './dialog-state.ts';
import { valueOf, type Field } from './field.ts';

/** ` ▌Desired count   4 → [6 ]   +2, -1, x2 and 0 also work`; the field that has the keys is bright, and told without colours, too. */
export function fieldSegments(
	field: Field,
	dialog: DialogState,
	{ focused, label }: { readonly focused: boolean; /** Cells of the labels. */ readonly label: number },
	theme: Theme,
): readonly Segment[] {
	const { glyphs, dim, accent } = theme;
	const bar: Segment = { text: focused ? `${glyphs.selected} ` : '  ', color: accent };
	const hint: readonly Segment[] = field.hint === undefined ? [] : [{ text: `   ${field.hint}`, color: dim }];
	const name: Segment = { text: field.label, bold: focused };
	if (field.kind === 'tick') {
		const mark = valueOf(field, dialog.values) === 'on' ? 'x' : ' ';
		return [bar, { text: `[${mark}] ` }, name, ...hint];
	}
	const now: readonly Segment[] =
		field.now === undefined ? [] : [{ text: `${field.now} ` }, { text: `${glyphs.becomes} `, color: dim }];
	return [
		bar,
		{ ...name, text: field.label.padEnd(label) },
		...now,
		...inputSegments(field, dialog, focused, theme),
		...hint,
	];
}

function inputSegments(
	field: Exclude<Field, { readonly kind: 'tick' }>,
	dialog: DialogState,
	focused: boolean,
	{ dim }: Theme,
): readonly Segment[] {
	const value = valueOf(field, dialog.values);
	if (field.kind === 'document') {
		const changed = value === field.initial ? 'as it is' : 'changed';
		return [{ text: changed }, { text: '   Space opens it in your editor', color: dim }];
	}
	if (field.kind === 'choice') {
		const chosen = field.choices.find((choice) => choice.value === value)?.label ?? value;
		const arrows = (text: string): Segment => ({ text, color: focused ? undefined : dim, bold: focused });
		return field.choices.length < 2 ? [{ text: chosen }] : [arrows('< '), { text: chosen }, arrows(' >')];
	}
	const unit: readonly Segment[] = field.unit === undefined ? [] : [{ text: ` ${field.unit}` }];
	const typed = focused ? textInput(typedLine(dialog, field)) : [{ text: value === '' ? ' ' : value }];
	const offered = field.suggestions?.length ?? 0;
	const more: readonly Segment[] =
		focused && offered > 0
			? [{ text: `   Ctrl-n ${offered === 1 ? 'the one there is' : `one of ${offered}`}`, color: dim }]
			: [];
	return [{ text: '[', color: dim }, ...typed, { text: ']', color: dim }, ...unit, ...more];
}
