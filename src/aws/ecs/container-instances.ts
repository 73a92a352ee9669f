import { regionOf } from '../../model/arn.ts';
import type { ContainerInstance } from '../../model/container-instance.ts';
import type { Connections } from '../connections.ts';
import { listAndDescribe } from '../list-and-describe.ts';
import { list } from '../shapes/scalars.ts';
import { toContainerInstance } from '../shapes/to-container-instance.ts';
import { withList } from '../shapes/with-list.ts';

/** ListContainerInstances' largest page, and the most that DescribeContainerInstances takes (ECS API reference). */
const MOST = 100;

/** The instances of a cluster that are ACTIVE. */
export function readContainerInstances(
	connections: Connections,
	clusterArn: string,
	signal?: AbortSignal,
): Promise<readonly ContainerInstance[]> {
	const connection = connections.to('ecs', regionOf(clusterArn));
	return listAndDescribe({
		signal,
		batchSize: MOST,
		list: async (nextToken, until) => {
			const query = { cluster: clusterArn, status: 'ACTIVE' as const, maxResults: MOST, nextToken };
			const page = await connection.call(
				'ListContainerInstances',
				(ecs, options) => ecs.listContainerInstances(query, options).then(withList('containerInstanceArns')),
				until,
			);
			return { items: list(page.containerInstanceArns), nextToken: page.nextToken };
		},
		describe: async (arns, until) => {
			const query = { cluster: clusterArn, containerInstances: [...arns] };
			const described = await connection.call(
				'DescribeContainerInstances',
				(ecs, options) => ecs.describeContainerInstances(query, options).then(withList('containerInstances')),
				until,
			);
			return list(described.containerInstances).map(toContainerInstance);
		},
	});
}
