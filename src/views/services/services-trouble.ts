import type { Service } from '../../model/service.ts';
import type { Picture, Topic } from '../../store/picture.ts';
import type { ViewContext } from '../pane.ts';
import { commonGaps, serviceGaps } from '../service-gaps.ts';
import { firstTrouble } from '../trouble.ts';
import { shownClusters } from './shown-clusters.ts';
import { visibleServices } from './visible-services.ts';

/**
 * What the border of the services says: that they are stale, or that clusters are not listed, or what could be read
 * of no service on screen: `CPU: AccessDenied (GetMetricData)`. Undefined while all is well.
 */
export function servicesTrouble(
	{ picture, ui, now, settings }: ViewContext,
	topics: readonly Topic[],
): string | undefined {
	const manyRegions = settings.regions.length > 1;
	const visible = visibleServices(picture, topics);
	const services = shownClusters(picture, ui.clusterArns).map((arn) => picture.services[arn]);
	if (services.some((one) => one?.failure)) {
		const oldest = oldestOf(picture, visible);
		const aged = services.map((one) => (one?.readAt ? { ...one, readAt: Math.min(one.readAt, oldest) } : one));
		return firstTrouble(aged, now, manyRegions);
	}
	// An old list of clusters does not make the services old: it has a failure, and no age.
	const clusters = Object.values(picture.clusters).map(({ failure }) => (failure ? { failure } : undefined));
	return (ui.clusterArns.length > 0 ? undefined : firstTrouble(clusters, now, manyRegions)) ?? gapsOf(picture, visible);
}

/** When the oldest of what could not be read anew was read, epoch ms: of a pane, as of the screen, this is the age. */
function oldestOf(picture: Picture, services: readonly Service[]): number {
	const gaps = services.flatMap((service) => serviceGaps(picture, service));
	return Math.min(...gaps.map(({ readAt = Infinity }) => readAt));
}

function gapsOf(picture: Picture, services: readonly Service[]): string | undefined {
	const gaps = commonGaps(picture, services);
	const [first] = gaps;
	if (!first) return undefined;
	const { code, operation } = first.failure;
	// Several do not fit with their names: the Why strip has them.
	if (gaps.length === 1) return `${first.what}: ${code} (${operation})`;
	return `${gaps.map(({ what }) => what).join(', ')}: ${code}`;
}
