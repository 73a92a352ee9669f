import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { Line } from '../../components/line.tsx';
import type { Segment } from '../../components/segment.ts';
import { chordLabel } from '../../keymap/chord.ts';
import type { ViewContext } from '../pane.ts';
import { EMPTY_LINE } from '../text-line.ts';
import { toSegment } from '../tones.ts';
import { previewLines } from './dialog-lines.ts';
import { fieldsOf, focusedField, type DialogState } from './dialog-state.ts';
import { fieldSegments } from './field-segments.ts';

export type ActionDialogProps = {
	readonly context: ViewContext;
	readonly dialog: DialogState;
	/** Of the screen, in cells. */
	readonly columns: number;
	readonly rows: number;
};

/** Cells: the widest that is still read as one text, and what it leaves free of the screen. */
const WIDEST = 96;
const MARGIN = { columns: 4, rows: 4 };

/** Any change, before it is made: where, what is asked for, what would come of it, and the calls. */
export function ActionDialog({ context, dialog, columns, rows }: ActionDialogProps): ReactNode {
	const { theme } = context;
	const width = Math.min(WIDEST, columns - (columns > WIDEST ? MARGIN.columns : 0));
	const inner = width - 4;
	const fields = fieldsOf(dialog);
	const focused = focusedField(dialog);
	const label = Math.max(0, ...fields.flatMap((field) => (field.kind === 'tick' ? [] : field.label.length))) + 2;
	const asked = fields.map((field) =>
		fieldSegments(field, dialog, { focused: field.id === focused?.id, label }, theme),
	);
	const preview = previewLines(dialog, theme.glyphs, inner);
	const most = rows - MARGIN.rows;
	const room = Math.max(1, most - 2 - asked.length - (asked.length > 0 ? 1 : 0) - 2);
	const first = Math.max(0, Math.min(dialog.scroll, preview.length - room));
	const shown = preview.slice(first, first + room);
	const below = preview.length - first - shown.length;
	const lines: readonly (readonly Segment[])[] = [
		...asked,
		...(asked.length > 0 ? [[]] : []),
		...shown.map((one) => [{ text: '  ' }, ...one.map((each) => toSegment(each, theme))]),
		EMPTY_LINE,
		keySegments(context, below),
	];
	const height = lines.length + 2;
	return (
		<Dialog
			title={[dialog.title, ...whereParts(dialog)]}
			left={Math.floor((columns - width) / 2)}
			top={Math.max(1, Math.min(Math.floor(rows / 6), rows - 1 - height))}
			{...{ width, height, theme }}
		>
			{lines.map((segments, row) => (
				<Box key={String(row)}>
					<Line segments={[{ text: ' ' }, ...segments]} width={width - 2} ellipsis={theme.glyphs.ellipsis} />
				</Box>
			))}
		</Dialog>
	);
}

/** Where it would happen: what the wrong window would be recognised by. */
function whereParts({ subject: { clusterName, region, account } }: DialogState): readonly string[] {
	return [`${clusterName} · ${region} · ${account.replace(/^(?<a>\d{4})(?<b>\d{4})(?<c>\d{4})$/u, '$<a>-$<b>-$<c>')}`];
}

/** `Enter do it  Esc leave  Tab next field`: the dialog's own keys, where the eyes are. */
function keySegments({ bindings, theme }: ViewContext, below: number): readonly Segment[] {
	const keys = bindings.dialog.bindings
		.filter(({ footer }) => footer !== undefined)
		.flatMap(({ keys: [key = ''], label }): readonly Segment[] => [
			{ text: chordLabel(key), bold: true },
			{ text: ` ${label}  `, color: theme.dim },
		]);
	const more: readonly Segment[] = below > 0 ? [{ text: `${below} more below (PgDn)`, color: theme.degraded }] : [];
	return [...keys, ...more];
}
