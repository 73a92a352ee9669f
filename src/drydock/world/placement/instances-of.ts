import type { ClusterState } from '../cluster.ts';
import type { ContainerInstanceState } from '../container-instance.ts';
import type { World } from '../world.ts';

/** The container instances of a cluster, in the order in which they registered. */
export function instancesOf(
	world: World,
	{ containerInstanceArns }: Pick<ClusterState, 'containerInstanceArns'>,
): ContainerInstanceState[] {
	return [...containerInstanceArns].flatMap((arn) => world.containerInstances.get(arn) ?? []);
}
