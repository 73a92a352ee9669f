import type { Cluster } from '../../model/cluster.ts';
import { AwsCallError } from '../aws-call-error.ts';
import { batches } from '../batches.ts';
import type { Connections } from '../connections.ts';
import { readIdentity } from '../identity.ts';
import { listAndDescribe } from '../list-and-describe.ts';
import { list } from '../shapes/scalars.ts';
import { bareCluster, toCluster } from '../shapes/to-cluster.ts';
import { withList } from '../shapes/with-list.ts';

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
				(ecs, options) => ecs.listClusters({ maxResults: MOST, nextToken }, options).then(withList('clusterArns')),
				until,
			);
			return { items: list(page.clusterArns), nextToken: page.nextToken };
		},
		describe: (arns, until) =>
			describeBatch(connections, region, arns, until).catch(
				unlessDenied(() => arns.map((arn) => bareCluster(arn, region))),
			),
	});
}

/**
 * The clusters of these names or ARNs; those that are not there are left out. Needs no permission to list clusters, and
 * where they may not be described either, they are taken to be there.
 */
export async function describeClusters(
	connections: Connections,
	region: string,
	names: readonly string[],
	signal?: AbortSignal,
): Promise<readonly Cluster[]> {
	const described = batches(names, MOST).map((batch) =>
		describeBatch(connections, region, batch, signal).catch(
			unlessDenied(async () => {
				const arns = await toArns(connections, region, batch, signal);
				return arns.map((arn) => bareCluster(arn, region));
			}),
		),
	);
	return (await Promise.all(described)).flat();
}

async function describeBatch(
	connections: Connections,
	region: string,
	clusters: readonly string[],
	signal: AbortSignal | undefined,
): Promise<readonly Cluster[]> {
	const described = await connections
		.to('ecs', region)
		.call(
			'DescribeClusters',
			(ecs, options) =>
				ecs.describeClusters({ clusters: [...clusters], include: ['TAGS'] }, options).then(withList('clusters')),
			signal,
		);
	return list(described.clusters).map((cluster) => toCluster(cluster, region));
}

/** A handler of rejections that has something else to give when all that lacks is the permission. */
function unlessDenied<T>(otherwise: () => T | Promise<T>): (error: unknown) => T | Promise<T> {
	return (error) => {
		if (error instanceof AwsCallError && error.failure.kind === 'denied') return otherwise();
		throw error;
	};
}

async function toArns(
	connections: Connections,
	region: string,
	names: readonly string[],
	signal: AbortSignal | undefined,
): Promise<readonly string[]> {
	if (names.every((name) => name.startsWith('arn:'))) return names;
	const { account, arn } = await readIdentity(connections, region, signal);
	const [, partition] = arn.split(':');
	return names.map((name) =>
		name.startsWith('arn:') ? name : `arn:${partition}:ecs:${region}:${account}:cluster/${name}`,
	);
}
