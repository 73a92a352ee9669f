import type { Column } from '../../components/column.ts';
import { timeOfDay } from '../clock.ts';
import type { ViewContext } from '../pane.ts';
import { toSegment } from '../tones.ts';
import { differenceWords, type ChangeRecord } from './change-record.ts';
import { stateOf } from './change-state.ts';

/** The columns of the list of changes. */
export function changeColumns({ theme, settings }: ViewContext): readonly Column<ChangeRecord>[] {
	return [
		{
			id: 'time',
			title: 'TIME',
			width: { min: 8, ideal: 8 },
			priority: 2,
			cell: ({ startedAt }) => [{ text: timeOfDay(startedAt, settings.utc), color: theme.dim }],
			sortBy: ({ startedAt }) => startedAt,
			largestFirst: true,
		},
		{
			id: 'state',
			title: '  STATE',
			width: { min: 14, ideal: 14 },
			priority: 1,
			cell: (change) => {
				const { glyph, words, tone } = stateOf(change, theme.glyphs, settings.utc);
				return [toSegment({ text: `${glyph} ${words}`, tone }, theme)];
			},
		},
		{
			id: 'what',
			title: 'WHAT',
			width: { min: 14, ideal: 18, flex: 1, max: 34 },
			priority: 0,
			cell: ({ plan }) => [{ text: plan.title, bold: true }],
		},
		{
			id: 'change',
			title: 'CHANGE',
			width: { min: 22, ideal: 26, flex: 1 },
			priority: 3,
			prose: true,
			cell: ({ plan }) => [{ text: differenceWords(plan).replaceAll('→', theme.glyphs.becomes) }],
		},
		{
			id: 'end',
			title: 'NOW',
			width: { min: 20, ideal: 34, flex: 3 },
			priority: 4,
			prose: true,
			cell: ({ outcome, steps }) => [{ text: (outcome?.text ?? steps.at(-1)?.text ?? '').split('\n')[0] ?? '' }],
		},
		{
			id: 'cluster',
			title: 'CLUSTER',
			width: { min: 8, ideal: 14 },
			priority: 5,
			cell: ({ plan }) => [{ text: plan.subject.clusterName, color: theme.dim }],
		},
	];
}
