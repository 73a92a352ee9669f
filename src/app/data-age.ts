import type { Resource } from '../model/resource.ts';
import { findService } from '../store/find-service.ts';
import type { Picture, Topic } from '../store/picture.ts';
import { selectedGaps, serviceGaps } from '../views/service-gaps.ts';
import { visibleServices } from '../views/services/visible-services.ts';

export type DataAge = {
	/** When the oldest of what is on screen was read, epoch ms; undefined before the first reading. */
	readonly readAt: number | undefined;
	/** Something on screen could not be refreshed. */
	readonly stale: boolean;
};

/** How old what is on screen is: as old as its oldest part. A cluster without services has no part in it. */
export function dataAge(picture: Picture, topics: readonly Topic[]): DataAge {
	const filled = topics.filter((topic) => !isEmptyCluster(picture, topic));
	const failed = topics.flatMap((topic) => failedBesides(picture, topic));
	const resources = topics.flatMap((topic) => resourceOf(picture, topic) ?? []);
	const aged = (filled.length > 0 ? filled : topics).flatMap((topic) => resourceOf(picture, topic) ?? []);
	const times = [...aged, ...failed].flatMap(({ readAt }) => readAt ?? []);
	return {
		readAt: times.length === 0 ? undefined : Math.min(...times),
		stale: failed.length > 0 || resources.some(({ failure }) => failure !== undefined),
	};
}

/**
 * What a topic shows besides and could not be read anew. Metrics are of the last minute at best, other things are
 * asked for more rarely still: their age counts only then.
 */
function failedBesides(picture: Picture, topic: Topic): readonly Pick<Resource<unknown>, 'readAt'>[] {
	switch (topic.kind) {
		case 'clusters':
			// An old list of clusters does not make the services old: it has a failure, and no age.
			return picture.clusters[topic.region]?.failure ? [{}] : [];
		case 'services':
			return visibleServices(picture, [topic]).flatMap((service) => serviceGaps(picture, service));
		case 'service': {
			const service = findService(picture, topic.serviceArn);
			return service ? serviceGaps(picture, service) : [];
		}
		case 'evidence': {
			// What was never read makes nothing old.
			const service = findService(picture, topic.serviceArn);
			return service ? selectedGaps(picture, service).filter(({ readAt }) => readAt !== undefined) : [];
		}
		case 'long-metrics': {
			const metrics = picture.longMetrics[topic.serviceArn];
			return metrics?.failure ? [metrics] : [];
		}
		default:
			return [];
	}
}

/** Which services there are is asked rarely: where there are none, nothing else would be younger. */
function isEmptyCluster(picture: Picture, topic: Topic): boolean {
	if (topic.kind !== 'services') return false;
	const { value } = picture.services[topic.clusterArn] ?? {};
	return value !== undefined && Object.keys(value).length === 0;
}

/** What carries the age of a topic; topics that hardly ever change (task definitions, identity) have none. */
function resourceOf(picture: Picture, topic: Topic): Resource<unknown> | undefined {
	switch (topic.kind) {
		case 'clusters':
		case 'identity':
		case 'task-definition':
		case 'target-groups':
		case 'long-metrics':
		case 'evidence':
			return undefined;
		case 'services':
			return picture.services[topic.clusterArn];
		case 'service': {
			const readAt = picture.serviceReadAt[topic.serviceArn];
			return readAt === undefined ? undefined : { readAt };
		}
		case 'tasks':
			return picture.tasks[topic.serviceArn];
		case 'service-deployments':
			return picture.serviceDeployments[topic.serviceArn];
	}
}
