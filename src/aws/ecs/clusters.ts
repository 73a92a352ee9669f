import type { Cluster } from '../../model/cluster.ts';
import type { Connections } from '../connections.ts';
import { listAndDescribe } from '../list-and-describe.ts';
import { list } from '../shapes/scalars.ts';
import { toCluster } from '../shapes/to-cluster.ts';

/** ListClusters' largest page, and the most that DescribeClusters takes (ECS API reference). */
const MOST = 100;

/** All clusters of a region. */
export function readClusters(
	connections: Connections,
	region: string,
	signal?: AbortSignal,
): Promise<readonly Cluster[]> {
	const connection = connections.to('ecs', region);
	return listAndDescribe({
		signal,
		batchSize: MOST,
		list: async (nextToken, until) => {
			const page = await connection.call(
				'ListClusters',
				(ecs, options) => ecs.listClusters({ maxResults: MOST, nextToken }, options),
				until,
			);
			return { items: list(page.clusterArns), nextToken: page.nextToken };
		},
		describe: async (clusters, until) => {
			const described = await connection.call(
				'DescribeClusters',
				(ecs, options) => ecs.describeClusters({ clusters: [...clusters], include: ['TAGS'] }, options),
				until,
			);
			return list(described.clusters).map((cluster) => toCluster(cluster, region));
		},
	});
}
