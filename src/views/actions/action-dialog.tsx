import { Box } from 'ink';
import type { ReactNode } from 'react';
import { cellWidth } from '../../components/cell-width.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Line } from '../../components/line.tsx';
import { segmentsWidth, type Segment } from '../../components/segment.ts';
import type { Binding } from '../../keymap/binding.ts';
import { chordLabel } from '../../keymap/chord.ts';
import { keyOf } from '../key-of.ts';
import type { ViewContext } from '../pane.ts';
import type { TextLine } from '../text-line.ts';
import { toSegment } from '../tones.ts';
import { previewLines, statusLines } from './dialog-lines.ts';
import { dialogRows } from './dialog-rows.ts';
import { fieldsOf, focusedField, notYet, type DialogState } from './dialog-state.ts';
import { columnsOf, fieldSegments } from './field-segments.ts';
import { placeWords } from './place-words.ts';

export type ActionDialogProps = {
	readonly context: ViewContext;
	readonly dialog: DialogState;
	/** Of the screen, in cells. */
	readonly columns: number;
	readonly rows: number;
};

/** Cells: the widest that is still read as one text, and what it leaves free of the screen. */
const WIDEST = 96;
const MARGIN = { columns: 4, rows: 2 };

/** Any change, before it is made: where, what is asked for, what would come of it, and the calls. */
export function ActionDialog({ context, dialog, columns, rows }: ActionDialogProps): ReactNode {
	const { theme } = context;
	const width = Math.min(WIDEST, columns - (columns > WIDEST ? MARGIN.columns : 0));
	const inner = width - 6;
	const fields = fieldsOf(dialog);
	const focused = focusedField(dialog);
	const cells = columnsOf(fields);
	const preview = previewLines(dialog, theme.glyphs, inner);
	const status = statusLines(dialog, context, inner);
	const place = placeWords(dialog.subject, theme.glyphs.separator);
	const fits = cellWidth(`${dialog.title}${place}`) + 10 <= width;
	const shown = dialogRows({
		room: rows - MARGIN.rows - 2,
		fields: fields.length,
		focus: fields.findIndex(({ id }) => id === focused?.id),
		preview: preview.length,
		scroll: dialog.scroll,
		fixed: status.length + (fits ? 0 : 1),
	});
	const text = (one: TextLine) => [{ text: '   ' }, ...one.map((each) => toSegment(each, theme))];
	const lines: readonly (readonly Segment[])[] = [
		...(fits ? [] : [text([{ text: place, tone: 'dim' }])]),
		...blocks([
			within(fields, shown.fields).map((field) => [
				{ text: ' ' },
				...fieldSegments(field, dialog, { focused: field.id === focused?.id, width: width - 4, ...cells }, context),
			]),
			within(preview, shown.preview).map(text),
			status.map(text),
		]),
	];
	const height = lines.length + 2;
	return (
		<Dialog
			title={fits ? [dialog.title, place] : [dialog.title]}
			foot={footSegments(context, dialog, {
				width: width - 4,
				fields: fields.length - shown.fields.count,
				below: preview.length - shown.preview.first - shown.preview.count,
			})}
			left={Math.floor((columns - width) / 2)}
			top={Math.max(1, Math.min(Math.floor(rows / 6), rows - 1 - height))}
			{...{ width, height, theme }}
		>
			{lines.map((segments, row) => (
				<Box key={String(row)}>
					<Line segments={segments} width={width - 2} ellipsis={theme.glyphs.ellipsis} />
				</Box>
			))}
		</Dialog>
	);
}

function within<T>(
	all: readonly T[],
	{ first, count }: { readonly first: number; readonly count: number },
): readonly T[] {
	return all.slice(first, first + count);
}

/** With a blank line between them. */
function blocks(parts: readonly (readonly (readonly Segment[])[])[]): readonly (readonly Segment[])[] {
	return parts.filter(({ length }) => length > 0).flatMap((part, index) => (index === 0 ? part : [[], ...part]));
}

type Hidden = { readonly width: number; readonly fields: number; readonly below: number };

/** `Enter do it · Esc leave · Tab next field ── 4 lines more (PgDn)`: the dialog's own keys, where the eyes are. */
function footSegments(context: ViewContext, dialog: DialogState, hidden: Hidden): readonly Segment[] {
	const { theme, bindings } = context;
	const { separator, box } = theme.glyphs;
	const works = ({ id, offBecause }: Binding<ViewContext>): boolean =>
		offBecause?.(context) === undefined && (id !== 'dialog.confirm' || notYet(dialog) === undefined);
	const keys = bindings.dialog.bindings
		.filter(({ footer, id }) => footer !== undefined && (id !== 'dialog.next' || fieldsOf(dialog).length > 1))
		.map((binding, index): readonly Segment[] => [
			...(index === 0 ? [] : [{ text: ` ${separator} `, color: theme.dim }]),
			{ text: chordLabel(binding.keys[0] ?? ''), ...(works(binding) ? { bold: true } : { color: theme.dim }) },
			{ text: ` ${binding.label}`, color: theme.dim },
		]);
	const more = hiddenWords(hidden);
	const side = (text: string): readonly Segment[] => [
		{ text: ` ${box.horizontal.repeat(2)} `, color: theme.accent },
		{ text, color: theme.degraded },
	];
	const sides = more === undefined ? [[]] : [side(`${more} (${keyOf(context, 'dialog.down')})`), side(more)];
	// The way out goes last.
	const counts = keys.map((_, index) => keys.length - index).filter((count) => count > 1);
	const forms = sides.flatMap((beside) => counts.map((count) => [...keys.slice(0, count).flat(), ...beside]));
	return forms.find((segments) => segmentsWidth(segments) <= hidden.width) ?? keys.slice(0, 2).flat();
}

/** `5 fields, 10 lines more`: what is scrolled away. */
function hiddenWords({ fields, below }: Hidden): string | undefined {
	const words = [
		...(fields > 0 ? [`${fields} ${fields === 1 ? 'field' : 'fields'}`] : []),
		...(below > 0 ? [`${below} ${below === 1 ? 'line' : 'lines'}`] : []),
	];
	return words.length === 0 ? undefined : `${words.join(', ')} more`;
}
