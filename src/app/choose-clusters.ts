import { isNamed } from '../model/cluster.ts';
import { isPattern } from '../model/name-pattern.ts';
import type { Picture, Store } from '../store/picture.ts';

export type ChosenClusters = {
	readonly clusterArns: readonly string[];
	/** Names nobody has, and patterns that nothing fits where nothing at all was found. */
	readonly missing: readonly string[];
	/** Regions that could not be read: they may have what is missing. */
	readonly unread: readonly string[];
};

/**
 * Finds out which clusters are meant by names, patterns of names or ARNs, as soon as that can be told: a region that fails may yet have
 * what the others have not.
 */
export function chooseClusters(
	store: Store,
	names: readonly string[],
	regions: readonly string[],
): Promise<ChosenClusters> {
	return new Promise((resolve) => {
		const unwatch = regions.map((region) => store.watch({ kind: 'clusters', region }));
		const look = (picture: Picture): void => {
			const lists = regions.map((region) => picture.clusters[region]);
			const clusters = lists.flatMap((list) => list?.value ?? []);
			const meant = clusters.filter((cluster) => names.some((name) => isNamed(cluster, name)));
			const unmet = names.filter((name) => !clusters.some((cluster) => isNamed(cluster, name)));
			const missing = meant.length === 0 ? unmet : unmet.filter((name) => !isPattern(name));
			// A pattern may mean more clusters, whatever it has found already.
			const open = missing.length > 0 || names.some(isPattern);
			const unread = regions.filter((region) => picture.clusters[region]?.value === undefined);
			const settled = unread.every((region) => picture.clusters[region]?.failure !== undefined);
			if (open && unread.length > 0 && !(settled && meant.length > 0)) return;
			unsubscribe();
			for (const stop of unwatch) stop();
			resolve({ clusterArns: meant.map(({ clusterArn }) => clusterArn), missing, unread });
		};
		const unsubscribe = store.subscribe(look);
		look(store.getState());
	});
}
