import type {
	CapacityProvider,
	DescribeCapacityProvidersRequest,
	DescribeCapacityProvidersResponse,
	DescribeContainerInstancesRequest,
	DescribeContainerInstancesResponse,
	ListContainerInstancesRequest,
	ListContainerInstancesResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { ecsArn, nameOf } from '../../world/arn.ts';
import type { World } from '../../world/world.ts';
import { findCluster } from './find-cluster.ts';
import { checkAtMost } from './refuse.ts';

/** The providers that every account has. */
export const FARGATE_PROVIDERS: readonly string[] = ['FARGATE', 'FARGATE_SPOT'];

export function describeCapacityProviders(
	world: World,
	call: Call,
	input: DescribeCapacityProvidersRequest,
): DescribeCapacityProvidersResponse {
	const asked = input.capacityProviders?.length ? input.capacityProviders : FARGATE_PROVIDERS;
	const names = asked.map(nameOf);
	return {
		capacityProviders: names
			.filter((name) => FARGATE_PROVIDERS.includes(name))
			.map((name) => provider(world, call, name)),
		failures: names
			.filter((name) => !FARGATE_PROVIDERS.includes(name))
			.map((name) => ({ arn: ecsArn(world, call.region, 'capacity-provider', name), reason: 'MISSING' })),
	};
}

function provider(world: World, call: Call, name: string): CapacityProvider {
	const type = name === 'FARGATE_SPOT' ? 'FARGATE_SPOT' : 'FARGATE';
	return {
		capacityProviderArn: ecsArn(world, call.region, 'capacity-provider', name),
		name,
		status: 'ACTIVE',
		type,
		tags: [],
	};
}

/** There is no EC2 capacity in these worlds yet. */
export function listContainerInstances(
	world: World,
	call: Call,
	input: ListContainerInstancesRequest,
): ListContainerInstancesResponse {
	findCluster(world, call, input.cluster);
	return { containerInstanceArns: [] };
}

/** At most 100 a call (ECS API reference, DescribeContainerInstances). */
export function describeContainerInstances(
	world: World,
	call: Call,
	input: DescribeContainerInstancesRequest,
): DescribeContainerInstancesResponse {
	checkAtMost(100, 'container instances', input.containerInstances);
	const { clusterName } = findCluster(world, call, input.cluster);
	const arnFor = (id: string): string =>
		id.startsWith('arn:') ? id : ecsArn(world, call.region, 'container-instance', clusterName, id);
	return {
		containerInstances: [],
		failures: (input.containerInstances ?? []).map((id) => ({ arn: arnFor(id), reason: 'MISSING' })),
	};
}
