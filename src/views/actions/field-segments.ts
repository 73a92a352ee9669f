import { cellWidth } from '../../components/cell-width.ts';
import { segmentsWidth, type Segment } from '../../components/segment.ts';
import { textInput, windowOf } from '../../components/text-input.ts';
import type { Theme } from '../../components/theme.ts';
import { keyOf } from '../key-of.ts';
import type { ViewContext } from '../pane.ts';
import { typedLine, type DialogState } from './dialog-state.ts';
import { valueOf, type Field } from './field.ts';

/** Cells of what stands under each other in the fields of a form. */
type Columns = { readonly label: number; readonly now: number };

type Place = Columns & { readonly focused: boolean; /** Of the whole field, in cells. */ readonly width: number };

export function columnsOf(fields: readonly Field[]): Columns {
	const labelled = fields.filter(({ kind }) => kind !== 'tick');
	return {
		label: Math.max(0, ...labelled.map(({ label }) => label.length)) + 2,
		now: Math.max(0, ...labelled.map(({ now = '' }) => cellWidth(now))),
	};
}

/** `▌ Desired count   4 → [6 ]   +2, -1, x2 and 0 also work`; the field that has the keys is bright, and told without colours, too. */
export function fieldSegments(
	field: Field,
	dialog: DialogState,
	{ focused, label, now, width }: Place,
	context: Pick<ViewContext, 'theme' | 'bindings'>,
): readonly Segment[] {
	const { theme } = context;
	const { glyphs, dim, accent } = theme;
	const bar: Segment = { text: focused ? `${glyphs.selected} ` : '  ', color: accent };
	const name: Segment = { text: field.label, bold: focused };
	if (field.kind === 'tick') {
		const mark = valueOf(field, dialog.values) === 'on' ? 'x' : ' ';
		return withHint([bar, { text: `[${mark}] ` }, name], field.hint, width, theme);
	}
	const is =
		field.now === undefined
			? []
			: [{ text: `${field.now.padStart(now)} ` }, { text: `${glyphs.becomes} `, color: dim }];
	const head = [bar, { ...name, text: field.label.padEnd(label) }, ...is];
	const input = inputSegments(field, dialog, { focused, room: width - segmentsWidth(head) }, theme);
	return withHint([...head, ...input], hintOf(field, focused, context), width, theme);
}

/** With what helps to fill it in, as far as it is to be read. */
function withHint(
	segments: readonly Segment[],
	hint: string | undefined,
	width: number,
	{ dim }: Theme,
): readonly Segment[] {
	const free = width - segmentsWidth(segments) - HINT_APART;
	if (hint === undefined || free < Math.min(cellWidth(hint), READABLE)) return segments;
	return [...segments, { text: ' '.repeat(HINT_APART) }, { text: hint, color: dim }];
}

const HINT_APART = 3;
/** Cells of a hint that are worth showing. */
const READABLE = 12;

function hintOf(field: Field, focused: boolean, context: Pick<ViewContext, 'bindings'>): string | undefined {
	if (field.kind === 'document') return 'Space opens it in your editor';
	const offered = field.kind === 'text' ? (field.suggestions?.length ?? 0) : 0;
	if (!focused || offered === 0) return field.hint;
	const some = `${keyOf(context, 'dialog.suggest')} ${offered === 1 ? 'the one there is' : `one of ${offered}`}`;
	return field.hint === undefined ? some : `${some}   ${field.hint}`;
}

function inputSegments(
	field: Exclude<Field, { readonly kind: 'tick' }>,
	dialog: DialogState,
	{ focused, room }: { readonly focused: boolean; readonly room: number },
	{ dim, glyphs }: Theme,
): readonly Segment[] {
	const value = valueOf(field, dialog.values);
	if (field.kind === 'document') return [{ text: value === field.initial ? 'as it is' : 'changed' }];
	if (field.kind === 'choice') {
		const chosen = field.choices.find((choice) => choice.value === value)?.label ?? value;
		const arrows = (text: string): Segment => ({ text, color: focused ? undefined : dim, bold: focused });
		return field.choices.length < 2 ? [{ text: chosen }] : [arrows('< '), { text: chosen }, arrows(' >')];
	}
	const unit: readonly Segment[] = field.unit === undefined ? [] : [{ text: ` ${field.unit}` }];
	// The cursor has to stay in view, however long the text is.
	const line = windowOf(typedLine(dialog, field), room - 2 - segmentsWidth(unit), glyphs.ellipsis);
	const typed = focused ? textInput(line) : [{ text: line.text === '' ? ' ' : line.text }];
	return [{ text: '[', color: dim }, ...typed, { text: ']', color: dim }, ...unit];
}
