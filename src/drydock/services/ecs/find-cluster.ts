import { AwsFault, type Call } from '../../wire/handler.ts';
import { ecsArn } from '../../world/arn.ts';
import type { ClusterState } from '../../world/cluster.ts';
import type { World } from '../../world/world.ts';

/** The cluster of a name or ARN in the caller's region, `default` when none is said; undefined when there is none. */
export function clusterNamed(world: World, call: Call, name = 'default'): ClusterState | undefined {
	const arn = name.startsWith('arn:') ? name : ecsArn(world, call.region, 'cluster', name);
	const cluster = world.clusters.get(arn);
	return cluster?.region === call.region ? cluster : undefined;
}

/** @throws {AwsFault} ClusterNotFoundException */
export function findCluster(world: World, call: Call, name?: string): ClusterState {
	const cluster = clusterNamed(world, call, name);
	if (cluster?.status !== 'ACTIVE') throw new AwsFault('ClusterNotFoundException', 'Cluster not found.');
	return cluster;
}
