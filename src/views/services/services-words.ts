import { lastSegment } from '../../model/arn.ts';
import type { Resource } from '../../model/resource.ts';
import { keyOf } from '../key-of.ts';
import type { ViewContext } from '../pane.ts';
import { filteredOut } from '../filtered-out.ts';
import { filteredTitle } from '../filtered-title.ts';
import { tableState } from '../ui-state.ts';
import { shownClusters } from './shown-clusters.ts';

/** What the table is made of: the lists of clusters, unless clusters are chosen, and each one's services. */
export function serviceReadings({ picture, ui }: ViewContext): readonly (Resource<unknown> | undefined)[] {
	const services = shownClusters(picture, ui.clusterArns).map((arn) => picture.services[arn]);
	return ui.clusterArns.length > 0 ? services : [...Object.values(picture.clusters), ...services];
}

/** What is being waited for: `asking ecs:ListClusters in ap-northeast-1`. */
export function asking({ picture, ui, settings }: ViewContext): string {
	const clusters = shownClusters(picture, ui.clusterArns);
	return clusters.length === 0
		? `asking ecs:ListClusters in ${settings.regions.join(', ')}`
		: `asking ecs:ListServices for ${clusters.map(lastSegment).join(', ')}`;
}

/** Whether at least one cluster has told its services: until then there is no number of them, not 0. */
export function servicesAreKnown({ picture, ui }: ViewContext): boolean {
	const clusters = shownClusters(picture, ui.clusterArns);
	const none = clusters.length === 0 && Object.values(picture.clusters).some(({ value }) => value !== undefined);
	return none || clusters.some((arn) => picture.services[arn]?.value !== undefined);
}

/** `Services`, `3 of 42 /api`, `by attention`. */
export function servicesTitle(context: ViewContext, shown: number, all: number): readonly string[] {
	const { ui, theme } = context;
	const { filter, sort } = tableState(ui, 'services');
	const known = servicesAreKnown(context);
	const { ascending, descending } = theme.glyphs;
	const words = [
		'Services',
		...(known ? [shown === all ? String(all) : `${shown} of ${all}`] : []),
		sort ? `by ${sort.column} ${sort.descending ? descending : ascending}` : 'by attention',
		...(ui.faultsOnly ? ['faults only'] : []),
	];
	return filteredTitle(words, filter);
}

/** Why no row is there, and what to press. */
export function emptiness(context: ViewContext, all: number): { readonly headline: string; readonly next: string } {
	const { picture, ui, settings } = context;
	const { filter } = tableState(ui, 'services');
	if (all > 0 && filter !== '') {
		return filteredOut(filter, context, `None of ${all} services`);
	}
	if (all > 0) {
		return { headline: `All ${all} services are fine.`, next: `${keyOf(context, 'faults-only')} shows them all.` };
	}
	const choose = keyOf(context, 'open.clusters');
	if (shownClusters(picture, ui.clusterArns).length > 0) {
		return { headline: 'There are no services in the shown clusters.', next: `${choose} chooses other clusters.` };
	}
	return {
		headline: `This account has no ECS clusters in ${settings.regions.join(', ')}.`,
		next: `${choose} chooses clusters, and from there another region or profile.`,
	};
}
