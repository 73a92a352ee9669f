import { Box } from 'ink';
import type { ReactNode } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Table } from '../../components/table.tsx';
import { matters } from '../../diagnosis/timeline/matters.ts';
import { resourceState } from '../../model/resource.ts';
import { arrange, type Arranged } from '../arrange.ts';
import { askingWords } from '../asking-words.ts';
import { timeOfDay } from '../clock.ts';
import { filteredOut } from '../filtered-out.ts';
import { filteredTitle } from '../filtered-title.ts';
import { keyOf } from '../key-of.ts';
import { Lines } from '../lines.tsx';
import { createMemo } from '../memo.ts';
import type { BodyProps, Pane, ViewContext } from '../pane.ts';
import { rolloutTopics } from '../rollout-changes.ts';
import { serviceTitle, serviceTopics } from '../scope.ts';
import { shownClusters } from '../services/shown-clusters.ts';
import { filterBinding, moveBindings } from '../table-bindings.ts';
import { line } from '../text-line.ts';
import { troubleOf } from '../trouble.ts';
import { tableState } from '../ui-state.ts';
import { atPresent, createEntries } from './entries.ts';
import { entryBindings } from './entry-bindings.ts';
import { entryColumns, isEntry, type EntryRow } from './entry-columns.ts';
import { entryDetail } from './entry-detail.ts';

/** Rows from which on the selected entry is told in full below the others. */
const ROOMY = 13;

/** What happened, newest first, each thing once: deployments, changes, scalings, tasks, health, alarms, events. */
export function createEventsPane(): Pane {
	const entriesOf = createEntries();
	const rememberedRows = createMemo<Arranged<EntryRow>>();

	const columns = (context: ViewContext) => {
		const { now } = atPresent(context);
		const { theme, settings, ui } = context;
		return entryColumns({ now, utc: settings.utc, theme, named: ui.allEvents });
	};
	const arranged = (context: ViewContext): Arranged<EntryRow> => {
		const all = entriesOf(context)?.value ?? [];
		const { filter } = tableState(context.ui, 'events');
		const { routineHidden, allEvents } = context.ui;
		return rememberedRows([all, filter, routineHidden, allEvents, context.theme], () => {
			const wanted = routineHidden ? all.filter(matters) : all;
			return arrange<EntryRow>(wanted, columns(context), { filter, sort: undefined });
		});
	};
	/** With the place in time that one has gone back to among them. */
	const rows = (context: ViewContext): readonly EntryRow[] => {
		const { items } = arranged(context);
		const { rewound, settings } = context;
		if (!rewound) return items;
		const from = items.findIndex(({ at }) => at <= rewound.at);
		const [back, forward] = [keyOf(context, 'rewind.back'), keyOf(context, 'rewind.forward')];
		const parts = [
			`rewound to ${timeOfDay(rewound.at, settings.utc)}`,
			`${back} ${forward} move`,
			`${keyOf(context, 'back')} for now`,
		];
		return items.toSpliced(from === -1 ? items.length : from, 0, { id: 'rewound', at: rewound.at, parts });
	};
	const selected = (context: ViewContext): EntryRow | undefined => {
		const all = rows(context);
		const { cursor } = tableState(context.ui, 'events');
		return all.find(({ id }) => id === cursor) ?? all.find(isEntry) ?? all[0];
	};
	const hasNothing = ({ ui }: ViewContext) => ui.serviceArn === undefined && !ui.allEvents;

	function Body({ context, width, height, focused }: BodyProps): ReactNode {
		const { theme, ui, settings } = context;
		const reading = entriesOf(context);
		const items = rows(context);
		const box = { width, height, theme };
		if (hasNothing(context) || (reading?.value !== undefined && items.length === 0)) {
			return <Notice {...emptiness(context, reading?.value?.length ?? 0)} {...{ width, theme }} />;
		}
		if (reading?.value === undefined) {
			if (reading?.failure) return <FailureNotice failure={reading.failure} width={width} theme={theme} />;
			const whose = ui.allEvents ? 'all services' : serviceTitle(context);
			return <Skeleton asking={askingWords(`asking ecs:DescribeServices for ${whose}`, context.picture)} {...box} />;
		}
		const { now } = atPresent(context);
		const row = selected(context);
		const below = focused && height >= ROOMY && row && isEntry(row) ? Math.min(10, Math.floor(height / 3)) : 0;
		const inner = width - 2;
		return (
			<Box flexDirection="column" width={width}>
				<Table
					columns={columns(context)}
					items={items}
					keyOf={({ id }) => id}
					cursor={focused ? row?.id : undefined}
					stale={resourceState(reading) === 'stale'}
					{...{ focused, width, now, theme }}
					height={height - below}
				/>
				{below > 0 && row && isEntry(row) ? (
					<Box paddingX={1}>
						<Lines
							lines={[
								line('─'.repeat(inner), 'dim'),
								...entryDetail(row, { now, utc: settings.utc, width: inner }),
							].slice(0, below)}
							theme={theme}
							width={inner}
							height={below}
						/>
					</Box>
				) : null}
			</Box>
		);
	}

	return {
		id: 'events',
		title: (context) => title(context, arranged(context).items.length, entriesOf(context)?.value?.length ?? 0),
		trouble: (context) =>
			hasNothing(context)
				? undefined
				: (arranged(context).problem ?? troubleOf(entriesOf(context), atPresent(context).now)),
		bindings: [
			...entryBindings(selected),
			filterBinding('events'),
			...moveBindings(
				'events',
				(context) => rows(context).map(({ id }) => id),
				(context) => selected(context)?.id,
			),
		],
		topics: (context) => {
			const { ui, picture } = context;
			if (ui.allEvents)
				return shownClusters(picture, ui.clusterArns).map((clusterArn) => ({ kind: 'services', clusterArn }));
			return [...serviceTopics(context, ['service', 'tasks', 'evidence']), ...rolloutTopics(context)];
		},
		Body,
	};
}

/** `Events`, `checkout /kind:stop`, `12 of 34`, `routine hidden`. */
function title(context: ViewContext, shown: number, all: number): readonly string[] {
	const { ui, picture } = context;
	const { length } = shownClusters(picture, ui.clusterArns);
	const whose = ui.allEvents
		? `all services of ${length} ${length === 1 ? 'cluster' : 'clusters'}`
		: serviceTitle(context);
	const counted = shown === all ? [] : [`${shown} of ${all}`];
	const hidden = ui.routineHidden ? ['routine hidden'] : [];
	return [...filteredTitle(['Events', whose], tableState(ui, 'events').filter), ...counted, ...hidden];
}

function emptiness(context: ViewContext, all: number): { readonly headline: string; readonly next?: string } {
	const { ui } = context;
	const { filter } = tableState(ui, 'events');
	if (filter !== '') return filteredOut(filter, context);
	if (ui.serviceArn === undefined && !ui.allEvents) {
		return {
			headline: 'Select a service to see its events here.',
			next: `${keyOf(context, 'events.all')} shows those of all services.`,
		};
	}
	if (all > 0) {
		return { headline: 'Nothing but routine.', next: `${keyOf(context, 'events.routine')} shows it, too.` };
	}
	return { headline: 'No events: AWS keeps the newest 100 of a service.' };
}
