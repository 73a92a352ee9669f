import type { Binding } from '../../keymap/binding.ts';
import { openLogAt, openPlace } from '../open-place.ts';
import type { ViewContext } from '../pane.ts';
import { rewindTo } from '../rewind.ts';
import { isEntry, type EntryRow } from './entry-columns.ts';
import { entryDetail, entryText } from './entry-detail.ts';
import { lineText } from '../text-line.ts';
import { timeOfDay } from '../clock.ts';
import type { TimelineEntry } from '../../diagnosis/timeline/timeline-entry.ts';

/** The keys of the timeline. `selected`: the row under the cursor. */
export function entryBindings(
	selected: (context: ViewContext) => EntryRow | undefined,
): readonly Binding<ViewContext>[] {
	const entry = (context: ViewContext): TimelineEntry | undefined => {
		const row = selected(context);
		return row && isEntry(row) ? row : undefined;
	};
	const needsEntry = (context: ViewContext) => (entry(context) ? undefined : 'no event is selected');
	const withEntry = (run: (context: ViewContext, one: TimelineEntry) => void) => (context: ViewContext) => {
		const one = entry(context);
		if (one) run(context, one);
	};
	return [
		{
			id: 'events.open',
			keys: ['enter'],
			label: 'open',
			help: 'What shows more of it: the task, the deployments, autoscaling, the log at that second.',
			footer: 10,
			offBecause: needsEntry,
			run: withEntry((context, { serviceArn, place, at }) => {
				if (place.kind !== 'event') return openPlace(context, serviceArn, place);
				if (serviceArn !== context.ui.serviceArn) context.dispatch({ type: 'select-service', serviceArn });
				openLogAt(context, at);
			}),
		},
		{
			id: 'events.rewind',
			keys: ['r'],
			label: 'as it was then',
			hint: () => 'as it was',
			help: 'The whole screen as it was when this had just happened.',
			footer: 11,
			offBecause: needsEntry,
			run: withEntry(rewindTo),
		},
		{
			id: 'events.all',
			keys: ['A'],
			label: 'all services',
			help: 'Events of all services in the shown clusters, or of the selected one only.',
			footer: 12,
			run: ({ dispatch }) => dispatch({ type: 'all-events' }),
		},
		{
			id: 'events.routine',
			keys: ['f'],
			label: 'without routine',
			hint: ({ ui }) => (ui.routineHidden ? 'with routine' : 'no routine'),
			help: 'Only failures and changes, or everything again; kind:stop in a filter keeps one kind.',
			footer: 13,
			run: ({ dispatch }) => dispatch({ type: 'routine-hidden' }),
		},
		{
			id: 'events.copy',
			keys: ['y'],
			label: 'copy',
			help: 'The event as one line, its time in UTC, into the clipboard.',
			footer: 42,
			offBecause: needsEntry,
			run: withEntry(({ effects, settings }, one) =>
				effects.copy(entryText(one), `the event of ${timeOfDay(one.at, settings.utc)}`),
			),
		},
		{
			id: 'events.copy-all',
			keys: ['Y'],
			label: 'copy in full',
			help: 'The event with all that is known of it, into the clipboard.',
			offBecause: needsEntry,
			run: withEntry(({ effects, settings, now }, one) => {
				const lines = entryDetail(one, { now, utc: true, width: Infinity }).map(lineText);
				effects.copy(lines.join('\n'), `the event of ${timeOfDay(one.at, settings.utc)}, in full`);
			}),
		},
	];
}
