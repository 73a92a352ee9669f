import { inOrder, timeline } from '../../diagnosis/timeline/timeline.ts';
import type { TimelineEntry } from '../../diagnosis/timeline/timeline-entry.ts';
import type { Resource } from '../../model/resource.ts';
import type { Service } from '../../model/service.ts';
import type { PastChange } from '../../model/past-change.ts';
import type { Picture } from '../../store/picture.ts';
import { pastChanges } from '../changes/past-changes.ts';
import { createMemo, type Memo } from '../memo.ts';
import type { ViewContext } from '../pane.ts';
import { selectedServiceResource } from '../scope.ts';
import { shownClusters } from '../services/shown-clusters.ts';
import { timelineParts, timelineSources } from './timeline-sources.ts';

/** Entries nobody scrolls beyond; 400 services have 40,000 events between them. */
const MOST = 1000;

type Entries = readonly TimelineEntry[];

/** Gives the timeline of the selected service, or of all services of the shown clusters: of the present, rewound or not. */
export type EntriesOf = (context: ViewContext) => Resource<Entries> | undefined;

/** Makes the function; each service's timeline is made anew only where something of it changed. */
export function createEntries(): EntriesOf {
	const perService = new Map<string, Memo<Entries>>();
	const together = createMemo<Entries>();
	const changesOf = createMemo<readonly PastChange[]>();
	const one = (picture: Picture, service: Service, changes: readonly PastChange[]): Entries => {
		const memo = perService.get(service.serviceArn) ?? createMemo<Entries>();
		perService.set(service.serviceArn, memo);
		return memo(timelineParts(picture, service, changes), () => timeline(timelineSources(picture, service, changes)));
	};
	return (rewindable) => {
		const context = atPresent(rewindable);
		const { ui, picture, acts, settings } = context;
		const { value: services, ...reading } = (ui.allEvents ? allServices : selectedOne)(context) ?? {};
		if (services === undefined) return reading;
		const changes = changesOf([acts.changes, settings.earlierChanges], () => pastChanges(context));
		const each = services.map((service) => one(picture, service, changes));
		return { ...reading, value: together(each, () => inOrder(each.flat()).slice(0, MOST)) };
	};
}

/** What happened goes on happening while one looks back. */
export function atPresent(context: ViewContext): ViewContext {
	return context.rewound ? { ...context, ...context.rewound.present } : context;
}

function selectedOne(context: ViewContext): Resource<readonly Service[]> | undefined {
	const { value, ...reading } = selectedServiceResource(context) ?? {};
	return value === undefined ? reading : { ...reading, value: [value] };
}

/** As old as the oldest of the clusters, and in the trouble of the first that has any. */
function allServices({ picture, ui }: ViewContext): Resource<readonly Service[]> {
	const clusters = shownClusters(picture, ui.clusterArns).map((arn) => picture.services[arn]);
	const value = clusters.flatMap((cluster) => Object.values(cluster?.value ?? {}));
	const times = clusters.flatMap((cluster) => cluster?.readAt ?? []);
	const failure = clusters.find((cluster) => cluster?.failure)?.failure;
	return {
		...(times.length === 0 ? {} : { value, readAt: Math.min(...times) }),
		...(failure ? { failure } : {}),
	};
}
