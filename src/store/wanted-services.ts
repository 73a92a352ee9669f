import { clusterOf } from './find-service.ts';
import type { Picture, Topic } from './picture.ts';

/** Which services of a cluster somebody looks at. */
export type WantedServices = {
	/** The whole cluster is watched, not only some services of it. */
	readonly all: boolean;
	/** By service ARN: how fresh it has to be, in ms. */
	readonly wanted: ReadonlyMap<string, number>;
};

/** How fresh a service has to be, in ms: the selected one, and those on screen. */
export const SELECTED = 2_000;
const VISIBLE = 5_000;

/** By cluster ARN: the services that the topics look at. */
export function wantedServices(picture: Picture, topics: readonly Topic[]): ReadonlyMap<string, WantedServices> {
	const clusters = new Map<string, { all: boolean; wanted: Map<string, number> }>();
	const wish = (clusterArn: string) => {
		const known = clusters.get(clusterArn) ?? { all: false, wanted: new Map<string, number>() };
		clusters.set(clusterArn, known);
		return known;
	};
	for (const topic of topics) {
		if (topic.kind === 'services') {
			const cluster = wish(topic.clusterArn);
			cluster.all = true;
			for (const arn of topic.visible ?? []) if (!cluster.wanted.has(arn)) cluster.wanted.set(arn, VISIBLE);
		} else if (topic.kind === 'service') {
			const clusterArn = clusterOf(picture, topic.serviceArn);
			if (clusterArn !== undefined) wish(clusterArn).wanted.set(topic.serviceArn, SELECTED);
		}
	}
	return clusters;
}
