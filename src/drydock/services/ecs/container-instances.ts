import type {
	DescribeContainerInstancesRequest,
	DescribeContainerInstancesResponse,
	ListContainerInstancesRequest,
	ListContainerInstancesResponse,
	UpdateContainerInstancesStateRequest,
	UpdateContainerInstancesStateResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { ecsArn, nameOf } from '../../world/arn.ts';
import { activateInstance, drainInstance } from '../../world/capacity/drain-instance.ts';
import type { ClusterState } from '../../world/cluster.ts';
import type { ContainerInstanceState } from '../../world/container-instance.ts';
import { parseClusterQuery } from '../../world/placement/cluster-query.ts';
import { instancesOf } from '../../world/placement/instances-of.ts';
import type { World } from '../../world/world.ts';
import { containerInstanceShape } from './container-instance-shape.ts';
import { findCluster } from './find-cluster.ts';
import { listPage } from './list-page.ts';
import { checkAtMost, notValid } from './refuse.ts';

/** Those that are ACTIVE or DRAINING, unless a status is asked for; pages of 100. @throws {AwsFault} InvalidParameterException */
export function listContainerInstances(
	world: World,
	call: Call,
	input: ListContainerInstancesRequest,
): ListContainerInstancesResponse {
	const cluster = findCluster(world, call, input.cluster);
	const isAsked = input.filter === undefined ? undefined : parseClusterQuery(input.filter);
	if (input.filter !== undefined && !isAsked) throw notValid();
	const instances = instancesOf(world, cluster)
		.filter(({ status }) => input.status === undefined || status === input.status)
		.filter((instance) => isAsked?.(world, instance) ?? true);
	const { items, nextToken } = listPage(instances, input, 100);
	return { containerInstanceArns: items.map(({ containerInstanceArn }) => containerInstanceArn), nextToken };
}

/** At most 100 a call (ECS API reference, DescribeContainerInstances). */
export function describeContainerInstances(
	world: World,
	call: Call,
	input: DescribeContainerInstancesRequest,
): DescribeContainerInstancesResponse {
	checkAtMost(100, 'container instances', input.containerInstances);
	return answer(world, call, input, () => {});
}

/** At most 10 a call; ACTIVE or DRAINING (ECS API reference, UpdateContainerInstancesState). */
export function updateContainerInstancesState(
	world: World,
	call: Call,
	input: UpdateContainerInstancesStateRequest,
): UpdateContainerInstancesStateResponse {
	checkAtMost(10, 'container instances', input.containerInstances);
	if (input.status !== 'ACTIVE' && input.status !== 'DRAINING') throw notValid();
	return answer(world, call, input, (instance) => {
		if (input.status === instance.status) return;
		if (input.status === 'DRAINING') drainInstance(world, instance);
		else activateInstance(instance);
	});
}

/** The instances of a request, each after `act`; those that there are not are failures. */
function answer(
	world: World,
	call: Call,
	input: { readonly cluster?: string | undefined; readonly containerInstances: readonly string[] | undefined },
	act: (instance: ContainerInstanceState) => void,
): DescribeContainerInstancesResponse {
	const cluster = findCluster(world, call, input.cluster);
	const asked = (input.containerInstances ?? []).map((name) => {
		const arn = arnFor(world, cluster, name);
		return { arn, instance: cluster.containerInstanceArns.has(arn) ? world.containerInstances.get(arn) : undefined };
	});
	for (const { instance } of asked) if (instance) act(instance);
	return {
		containerInstances: asked.flatMap(({ instance }) => (instance ? [containerInstanceShape(world, instance)] : [])),
		failures: asked.flatMap(({ arn, instance }) => (instance ? [] : [{ arn, reason: 'MISSING' }])),
	};
}

function arnFor(world: World, { region, clusterName }: ClusterState, idOrArn: string): string {
	return ecsArn(world, region, 'container-instance', clusterName, nameOf(idOrArn));
}
