import { type FilterColumn, parseFilter } from '../../model/filter.ts';
import { keyOf } from '../key-of.ts';
import type { Pane } from '../pane.ts';
import { rolloutTopics } from '../rollout-changes.ts';
import { serviceTitle, serviceTopics } from '../scope.ts';
import { shownClusters } from '../services/shown-clusters.ts';
import { textPane } from '../text-pane.tsx';
import { eventLines } from './event-lines.ts';
import { createHappenings } from './happenings.ts';
import type { Happening } from './timeline.ts';

const COLUMNS: readonly FilterColumn<Happening>[] = [
	{ id: 'service', textOf: ({ serviceName }) => serviceName },
	{ id: 'event', textOf: ({ text }) => text },
];

/** What happened, newest first: service events, deployments and the ends of tasks. */
export function createEventsPane(): Pane {
	const happenings = createHappenings();
	return textPane<readonly Happening[]>({
		id: 'events',
		title: (context) => {
			const { ui, picture } = context;
			if (!ui.allEvents) return ['Events', serviceTitle(context)];
			const { length } = shownClusters(picture, ui.clusterArns);
			return ['Events', `all services of ${length} ${length === 1 ? 'cluster' : 'clusters'}`];
		},
		topics: (context) => {
			const { ui, picture } = context;
			if (!ui.allEvents) return [...serviceTopics(context, ['service', 'tasks']), ...rolloutTopics(context)];
			return shownClusters(picture, ui.clusterArns).map((clusterArn) => ({ kind: 'services', clusterArn }));
		},
		bindings: [
			{
				id: 'events.all',
				keys: ['A'],
				label: 'all services',
				help: 'Events of all services in the shown clusters, or of the selected one only.',
				footer: 10,
				run: ({ dispatch }) => dispatch({ type: 'all-events' }),
			},
		],
		subject: (context) => {
			const { serviceArn, allEvents } = context.ui;
			return serviceArn === undefined && !allEvents ? 'nothing' : happenings(context);
		},
		asking: (context) =>
			`asking ecs:DescribeServices for ${context.ui.allEvents ? 'all services' : serviceTitle(context)}`,
		empty: (context) =>
			context.ui.serviceArn === undefined && !context.ui.allEvents
				? {
						why: 'Select a service to see its events here.',
						press: `${keyOf(context, 'events.all')} shows those of all services.`,
					}
				: { why: 'No events: AWS keeps the newest 100 of a service.' },
		narrow: (all, filter) => {
			const { matches, problem } = parseFilter(filter, COLUMNS);
			return { value: all.filter(matches), problem };
		},
		lines: (all, { now, settings, theme, ui }, width) =>
			eventLines(all, { now, utc: settings.utc, theme, width, named: ui.allEvents }),
	});
}
