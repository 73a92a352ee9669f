import type { Column } from '../../components/column.ts';
import { cellWidth, fit } from '../../components/cell-width.ts';
import type { Theme } from '../../components/theme.ts';
import type { TimelineEntry } from '../../diagnosis/timeline/timeline-entry.ts';
import { age } from '../../model/age.ts';
import { lastSegment } from '../../model/arn.ts';
import { dateTime, timeOfDay } from '../clock.ts';
import { toSegment } from '../tones.ts';

/** A row of the timeline: something that happened, or the place in time that one has gone back to. */
export type EntryRow =
	| TimelineEntry
	| { readonly id: 'rewound'; readonly at: number; readonly parts: readonly string[] };

export function isEntry(row: EntryRow): row is TimelineEntry {
	return 'kind' in row;
}

export type EntryLook = {
	readonly now: number;
	readonly utc: boolean;
	readonly theme: Theme;
	/** Entries of several services: each says whose it is. */
	readonly named: boolean;
};

/** `12:04:10  2m  stop  ✖ task 77aa10 of :43 stopped: exit 137 (4th in 10m)` */
export function entryColumns({ now, utc, theme, named }: EntryLook): readonly Column<EntryRow>[] {
	const dim = (text: string) => [{ text, color: theme.dim }];
	return [
		{
			id: 'date',
			title: 'DATE',
			width: { min: 10, ideal: 10 },
			priority: 5,
			extra: true,
			prose: true,
			cell: ({ at }) => dim(dateTime(at, utc).slice(0, 10)),
		},
		{
			id: 'time',
			title: 'TIME',
			width: { min: 8, ideal: 8 },
			priority: 0,
			cell: ({ at }) => dim(timeOfDay(at, utc)),
		},
		{
			id: 'age',
			title: 'AGO',
			width: { min: 5, ideal: 5 },
			align: 'right',
			priority: 2,
			moves: true,
			prose: true,
			cell: ({ at }) => dim(age(at, now)),
		},
		{
			id: 'kind',
			title: 'KIND',
			width: { min: 10, ideal: 10 },
			priority: 3,
			cell: (row) => dim(isEntry(row) ? row.kind : ''),
		},
		...(named
			? [
					{
						id: 'service',
						title: 'SERVICE',
						width: { min: 10, ideal: 20, max: 24 },
						priority: 1,
						cell: (row: EntryRow) => (isEntry(row) ? [{ text: lastSegment(row.serviceArn), bold: true }] : []),
					},
				]
			: []),
		{
			id: 'event',
			title: '  WHAT',
			width: { min: 20, ideal: 60, flex: 1 },
			priority: 0,
			filterBy: (row) => (isEntry(row) ? row.text : ''),
			cell: (row, width) => (isEntry(row) ? words(row, theme) : rewoundLine(row.parts, width, theme)),
		},
	];
}

function words({ level, text }: TimelineEntry, theme: Theme) {
	const isRoutine = level === 'routine';
	const mark = isRoutine ? '  ' : `${theme.glyphs[level]} `;
	return [
		{ text: mark, ...(!isRoutine && { color: theme[level] }) },
		toSegment({ text, ...(isRoutine && { tone: 'dim' as const }) }, theme),
	];
}

/** `┄┄ rewound to 12:01:00 · [ ] move · Esc for now ┄┄┄┄`; how to move goes first where there is no room. */
function rewoundLine(parts: readonly string[], width: number, theme: Theme) {
	const line = theme.glyphs.box.horizontal;
	const [when = '', , leave = ''] = parts;
	const forms = [parts, [when, leave], [when]].map((form) => form.join(` ${theme.glyphs.separator} `));
	const text = forms.find((form) => cellWidth(form) + 4 <= width) ?? when;
	return [
		{
			text: fit(`${line}${line} ${text} ${line.repeat(width)}`, width, 'left', line),
			color: theme.degraded,
			bold: true,
		},
	];
}
