import { ecsArn } from '../world/arn.ts';
import type { ClusterState } from '../world/cluster.ts';
import type { World } from '../world/world.ts';
import { buildInstances } from './build-instances.ts';
import { buildNetwork, type Network } from './build-network.ts';
import type { ClusterEntry } from './cluster-schema.ts';
import { tagList } from './tag-list.ts';

/** A cluster with the network its services stand in. */
export type BuiltCluster = { readonly cluster: ClusterState; readonly network: Network };

export function buildCluster(world: World, entry: ClusterEntry, index: number): BuiltCluster {
	const { name, region, namespace } = entry;
	const cluster: ClusterState = {
		clusterArn: ecsArn(world, region, 'cluster', name),
		clusterName: name,
		region,
		status: 'ACTIVE',
		capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
		// Where there is nothing else, Fargate is meant when nobody says how tasks are launched.
		defaultCapacityProviderStrategy:
			entry.instances.length === 0 ? [{ capacityProvider: 'FARGATE', weight: 1, base: 0 }] : [],
		settings: [{ name: 'containerInsights', value: entry.containerInsights ? 'enabled' : 'disabled' }],
		...(namespace !== undefined && { serviceConnectNamespace: namespace }),
		tags: tagList(entry.tags),
		serviceArns: new Set(),
		taskArns: new Set(),
		containerInstanceArns: new Set(),
	};
	world.clusters.set(cluster.clusterArn, cluster);
	const network = buildNetwork(world, entry, index);
	for (const instances of entry.instances) buildInstances(world, cluster, network, instances);
	return { cluster, network };
}
