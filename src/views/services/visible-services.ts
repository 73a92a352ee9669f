import type { Service } from '../../model/service.ts';
import type { Picture, Topic } from '../../store/picture.ts';
import type { ServiceRow } from './service-row.ts';

/** Rows are taken in tens, so that a step of the cursor does not change what is fetched. */
const BLOCK = 10;

/**
 * The topics of the shown clusters, with the services that are on screen: those within a page of the cursor, in
 * an order of their own, so that sorting them anew does not change what is fetched either.
 */
export function serviceTopics(
	clusterArns: readonly string[],
	rows: readonly ServiceRow[],
	{ cursor, page }: { readonly cursor: string | undefined; readonly page: number },
): readonly Topic[] {
	const index = Math.max(
		0,
		rows.findIndex(({ service }) => service.serviceArn === cursor),
	);
	const from = Math.max(0, Math.floor((index - page) / BLOCK) * BLOCK);
	const to = Math.ceil((index + page) / BLOCK) * BLOCK;
	const near = rows.slice(from, to);
	return clusterArns.map((clusterArn) => {
		const own = near.filter(({ service }) => service.clusterArn === clusterArn);
		return { kind: 'services', clusterArn, visible: own.map(({ service }) => service.serviceArn).toSorted() };
	});
}

/** The services that are on screen. */
export function visibleServices(picture: Picture, topics: readonly Topic[]): readonly Service[] {
	return topics.flatMap((topic) => {
		if (topic.kind !== 'services') return [];
		return (topic.visible ?? []).flatMap((arn) => picture.services[topic.clusterArn]?.value?.[arn] ?? []);
	});
}
