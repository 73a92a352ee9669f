import type { Rollout } from '../../diagnosis/deployment-story.ts';
import type { Resource } from '../../model/resource.ts';
import type { Service } from '../../model/service.ts';
import { changesInShort } from '../../model/revision-changes.ts';
import { createMemo } from '../memo.ts';
import type { ViewContext } from '../pane.ts';
import { rolloutChanges } from '../rollout-changes.ts';
import { rolloutSources } from '../rollout-sources.ts';
import { selectedServiceResource } from '../scope.ts';
import { shownClusters } from '../services/shown-clusters.ts';
import { foldRepeats, type Happening, timeline } from './timeline.ts';

/** Lines of a timeline nobody scrolls beyond; 400 services have 40,000 events between them. */
const MOST = 1000;

/** Makes the function that gives the timeline of the selected service, or of all services of the shown clusters. */
export function createHappenings(): (context: ViewContext) => Resource<readonly Happening[]> | undefined {
	const remembered = createMemo<readonly Happening[]>();
	return (context) => {
		const { picture, ui } = context;
		const { value: services, ...reading } = (ui.allEvents ? allServices : selectedOne)(context) ?? {};
		if (services === undefined) return reading;
		const { tasks, stoppedTasks, serviceDeployments, taskDefinitions } = picture;
		const inputs = [...services, tasks, stoppedTasks, serviceDeployments, taskDefinitions];
		const changes = (rollout: Rollout) => {
			const found = rolloutChanges(picture, rollout);
			return found === undefined ? '' : changesInShort(found);
		};
		const value = remembered(inputs, () =>
			foldRepeats(
				services
					.flatMap((service) => timeline(rolloutSources(picture, service), changes))
					.toSorted((a, b) => b.at - a.at)
					.slice(0, MOST),
			),
		);
		return { ...reading, value };
	};
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
