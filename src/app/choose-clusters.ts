import type { Cluster } from '../model/cluster.ts';
import type { Picture, Store } from '../store/picture.ts';

export type ChosenClusters = {
	readonly clusterArns: readonly string[];
	/** Names nobody has. */
	readonly missing: readonly string[];
};

/** Finds out which clusters are meant by names or ARNs, as soon as the lists of all regions are there. */
export function chooseClusters(
	store: Store,
	names: readonly string[],
	regions: readonly string[],
): Promise<ChosenClusters> {
	return new Promise((resolve) => {
		const unwatch = regions.map((region) => store.watch({ kind: 'clusters', region }));
		const look = (picture: Picture): void => {
			const lists = regions.map((region) => picture.clusters[region]);
			if (!lists.every((list) => list?.value !== undefined || list?.failure !== undefined)) return;
			unsubscribe();
			for (const stop of unwatch) stop();
			const clusters = lists.flatMap((list) => list?.value ?? []);
			const meant = clusters.filter((cluster) => names.some((name) => isNamed(cluster, name)));
			const missing = names.filter((name) => !clusters.some((cluster) => isNamed(cluster, name)));
			resolve({ clusterArns: meant.map(({ clusterArn }) => clusterArn), missing });
		};
		const unsubscribe = store.subscribe(look);
		look(store.getState());
	});
}

function isNamed({ clusterName, clusterArn }: Cluster, name: string): boolean {
	return clusterName === name || clusterArn === name;
}
