import type {
	CapacityProvider,
	DescribeCapacityProvidersRequest,
	DescribeCapacityProvidersResponse,
	PutClusterCapacityProvidersRequest,
	PutClusterCapacityProvidersResponse,
	UpdateCapacityProviderRequest,
	UpdateCapacityProviderResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { ecsArn, nameOf } from '../../world/arn.ts';
import { capacityKey } from '../../world/auto-scaling-group.ts';
import { type CapacityProviderState, FARGATE_PROVIDERS } from '../../world/capacity-provider.ts';
import { groupOf } from '../../world/capacity/provider-of.ts';
import type { World } from '../../world/world.ts';
import { clusterShape } from './cluster-shape.ts';
import { findCluster } from './find-cluster.ts';
import { listPage } from './list-page.ts';
import { clientException, invalidParameter, notValid } from './refuse.ts';
import { strategyFrom } from './strategy-from.ts';

/** Those asked for, else all of the region; pages of 10 at most (ECS API reference, DescribeCapacityProviders). */
export function describeCapacityProviders(
	world: World,
	call: Call,
	input: DescribeCapacityProvidersRequest,
): DescribeCapacityProvidersResponse {
	const own = [...world.capacityProviders.values()].filter(({ region }) => region === call.region);
	const all = [...FARGATE_PROVIDERS, ...own.map(({ name }) => name)];
	const asked = input.capacityProviders?.length ? input.capacityProviders.map(nameOf) : all;
	const { items, nextToken } = listPage(asked, input, 10);
	return {
		capacityProviders: items.filter((name) => all.includes(name)).map((name) => shapeOf(world, call, name)),
		failures: items
			.filter((name) => !all.includes(name))
			.map((name) => ({ arn: ecsArn(world, call.region, 'capacity-provider', name), reason: 'MISSING' })),
		nextToken,
	};
}

function shapeOf(world: World, { region }: Call, name: string): CapacityProvider {
	const provider = world.capacityProviders.get(capacityKey(region, name));
	return {
		capacityProviderArn: ecsArn(world, region, 'capacity-provider', name),
		name,
		status: 'ACTIVE',
		type: provider ? 'EC2_AUTOSCALING' : (name as 'FARGATE' | 'FARGATE_SPOT'),
		...(provider && ofGroup(world, provider)),
		tags: provider?.tags ?? [],
	};
}

function ofGroup(world: World, provider: CapacityProviderState): Pick<CapacityProvider, 'autoScalingGroupProvider'> {
	return {
		autoScalingGroupProvider: {
			autoScalingGroupArn: groupOf(world, provider)?.autoScalingGroupArn ?? provider.autoScalingGroupName,
			managedScaling: { ...provider.managedScaling },
			managedTerminationProtection: provider.managedTerminationProtection,
			managedDraining: provider.managedDraining,
		},
	};
}

/** What is left out stays (ECS API reference, UpdateCapacityProvider). @throws {AwsFault} ClientException */
export function updateCapacityProvider(
	world: World,
	call: Call,
	{ name = '', autoScalingGroupProvider: given }: UpdateCapacityProviderRequest,
): UpdateCapacityProviderResponse {
	const provider = world.capacityProviders.get(capacityKey(call.region, nameOf(name)));
	if (!provider)
		throw clientException('The specified capacity provider does not exist. Specify a valid name or ARN and try again.');
	const scaling = { ...provider.managedScaling, ...(given?.managedScaling as Partial<typeof provider.managedScaling>) };
	if (scaling.targetCapacity < 1 || scaling.targetCapacity > 100) throw notValid();
	provider.managedScaling = scaling;
	provider.managedTerminationProtection = given?.managedTerminationProtection ?? provider.managedTerminationProtection;
	provider.managedDraining = given?.managedDraining ?? provider.managedDraining;
	return { capacityProvider: shapeOf(world, call, provider.name) };
}

/** @throws {AwsFault} InvalidParameterException, for a provider that does not exist */
export function putClusterCapacityProviders(
	world: World,
	call: Call,
	input: PutClusterCapacityProvidersRequest,
): PutClusterCapacityProvidersResponse {
	const cluster = findCluster(world, call, input.cluster);
	const names = (input.capacityProviders ?? []).map(nameOf);
	const isKnown = (name: string): boolean =>
		FARGATE_PROVIDERS.includes(name) || world.capacityProviders.has(capacityKey(call.region, name));
	if (!names.every(isKnown)) throw invalidParameter('The specified capacity provider was not found');
	cluster.capacityProviders = names;
	cluster.defaultCapacityProviderStrategy = strategyFrom(input.defaultCapacityProviderStrategy);
	return { cluster: clusterShape(world, cluster, ['SETTINGS']) };
}
