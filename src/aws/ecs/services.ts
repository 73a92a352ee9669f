import { regionOf } from '../../model/arn.ts';
import type { Service } from '../../model/service.ts';
import type { BatchOptions, Tolerant } from '../aws.ts';
import type { Turn } from '../call-budget.ts';
import type { Connections } from '../connections.ts';
import { listAndDescribe } from '../list-and-describe.ts';
import { allItems, type Page } from '../pages.ts';
import { list } from '../shapes/scalars.ts';
import { toService } from '../shapes/to-service.ts';
import { withList } from '../shapes/with-list.ts';

/** ListServices' largest page (ECS API reference). */
const PAGE_SIZE = 100;
/** The most that DescribeServices takes (ECS API reference). */
const BATCH_SIZE = 10;

/** All services of a cluster. */
export function readServices(
	connections: Connections,
	clusterArn: string,
	{ signal, onBatch, tolerate }: BatchOptions<Service> & Tolerant = {},
): Promise<readonly Service[]> {
	return listAndDescribe({
		signal,
		onBatch,
		tolerate,
		batchSize: BATCH_SIZE,
		list: (nextToken, until) => listPage(connections, clusterArn, nextToken, until),
		describe: (arns, until) => describeBatch(connections, clusterArn, arns, until),
	});
}

/** The ARNs of all services of a cluster: one call for a hundred. */
export function readServiceArns(
	connections: Connections,
	clusterArn: string,
	signal?: AbortSignal,
): Promise<readonly string[]> {
	return allItems((nextToken) => listPage(connections, clusterArn, nextToken, signal));
}

/** The named services of a cluster; those that are gone are left out. */
export function describeServices(
	connections: Connections,
	clusterArn: string,
	serviceArns: readonly string[],
	{ signal, onBatch, turn }: BatchOptions<Service> & { readonly turn?: Turn } = {},
): Promise<readonly Service[]> {
	return listAndDescribe({
		signal,
		onBatch,
		batchSize: BATCH_SIZE,
		list: async () => ({ items: serviceArns, nextToken: undefined }),
		describe: (arns, until) => describeBatch(connections, clusterArn, arns, until, turn),
	});
}

async function listPage(
	connections: Connections,
	clusterArn: string,
	nextToken: string | undefined,
	signal: AbortSignal | undefined,
): Promise<Page<string>> {
	const page = await connections
		.to('ecs', regionOf(clusterArn))
		.call(
			'ListServices',
			(ecs, options) =>
				ecs
					.listServices({ cluster: clusterArn, maxResults: PAGE_SIZE, nextToken }, options)
					.then(withList('serviceArns')),
			signal,
		);
	return { items: list(page.serviceArns), nextToken: page.nextToken };
}

async function describeBatch(
	connections: Connections,
	clusterArn: string,
	services: readonly string[],
	signal: AbortSignal,
	turn?: Turn,
): Promise<readonly Service[]> {
	const described = await connections
		.to('ecs', regionOf(clusterArn))
		.call(
			'DescribeServices',
			(ecs, options) =>
				ecs
					.describeServices({ cluster: clusterArn, services: [...services], include: ['TAGS'] }, options)
					.then(withList('services')),
			signal,
			turn,
		);
	return list(described.services).map(toService);
}
