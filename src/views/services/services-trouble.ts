import { shortCause } from '../../model/failure-words.ts';
import type { Service } from '../../model/service.ts';
import { clusterOf } from '../../store/find-service.ts';
import type { Picture, Topic } from '../../store/picture.ts';
import type { ViewContext } from '../pane.ts';
import { commonGaps, gapWords, serviceGaps } from '../service-gaps.ts';
import { firstTrouble } from '../trouble.ts';
import { shownClusters } from './shown-clusters.ts';
import { visibleServices } from './visible-services.ts';

/**
 * What the border of the services says: that they are stale, or that clusters are not listed, or what could be read
 * of no service on screen: `CPU not known: no permission cloudwatch:GetMetricData`. Undefined while all is well.
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
	const unread = unreadOf(picture, ui.clusterArns);
	if (unread) return unread;
	// An old list of clusters does not make the services old: it has a failure, and no age.
	const clusters = Object.values(picture.clusters).map(({ failure }) => (failure ? { failure } : undefined));
	return (
		(ui.clusterArns.length > 0 ? undefined : firstTrouble(clusters, now, manyRegions)) ?? gapsOf(picture, visible, now)
	);
}

/** `3 services not read: AccessDeniedException (DescribeServices)`: they may be in no row. */
function unreadOf(picture: Picture, clusterArns: readonly string[]): string | undefined {
	const shown = new Set(shownClusters(picture, clusterArns));
	const failures = Object.entries(picture.serviceFailures).flatMap(([arn, { failure }]) =>
		failure && shown.has(clusterOf(picture, arn) ?? '') ? [failure] : [],
	);
	const [first] = failures;
	if (!first) return undefined;
	const howMany = failures.length === 1 ? '1 service' : `${failures.length} services`;
	return `${howMany} not read: ${first.code} (${first.operation})`;
}

/** When the oldest of what could not be read anew was read, epoch ms: of a pane, as of the screen, this is the age. */
function oldestOf(picture: Picture, services: readonly Service[]): number {
	const gaps = services.flatMap((service) => serviceGaps(picture, service));
	return Math.min(...gaps.map(({ readAt = Infinity }) => readAt));
}

function gapsOf(picture: Picture, services: readonly Service[], now: number): string | undefined {
	const gaps = commonGaps(picture, services);
	const [first] = gaps;
	if (!first) return undefined;
	if (gaps.length === 1) return gapWords(first, now);
	// Several do not fit with the names of their calls: the Why strip has them.
	const { failure } = first;
	return `${gaps.map(({ what }) => what).join(', ')}: ${failure.kind === 'denied' ? 'no permission' : shortCause(failure)}`;
}
