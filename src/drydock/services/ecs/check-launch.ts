import type { CapacityProviderStrategyItem } from '@aws-sdk/client-ecs';
import { AwsFault, type Call } from '../../wire/handler.ts';
import { capacityKey } from '../../world/auto-scaling-group.ts';
import { FARGATE_PROVIDERS } from '../../world/capacity-provider.ts';
import type { ClusterState } from '../../world/cluster.ts';
import { PLATFORM_VERSIONS } from '../../world/fargate.ts';
import { onInstances } from '../../world/on-instances.ts';
import type { NetworkConfiguration, ServiceSettings } from '../../world/service-settings.ts';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import type { World } from '../../world/world.ts';
import { invalidParameter, notValid } from './refuse.ts';

/** What CreateService, UpdateService and RunTask say of how tasks are launched. */
type Launch = {
	readonly launchType?: string | undefined;
	readonly capacityProviderStrategy?: readonly CapacityProviderStrategyItem[] | undefined;
	readonly platformVersion?: string | undefined;
};

/**
 * Refuses a launch that could not place a task.
 * @throws {AwsFault} InvalidParameterException, PlatformUnknownException
 */
export function checkLaunch({ launchType, capacityProviderStrategy = [], platformVersion = 'LATEST' }: Launch): void {
	if (launchType !== undefined && capacityProviderStrategy.length > 0) {
		throw invalidParameter(
			'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
		);
	}
	if (!['LATEST', ...PLATFORM_VERSIONS].includes(platformVersion)) {
		throw new AwsFault('PlatformUnknownException', "The specified platform version doesn't exist.");
	}
}

/**
 * Refuses what the capacity of a launch cannot run.
 * @throws {AwsFault} InvalidParameterException
 */
export function checkCompatible(
	world: World,
	cluster: ClusterState,
	launch: Pick<ServiceSettings, 'launchType' | 'capacityProviderStrategy' | 'networkConfiguration'>,
	{ compatibilities, networkMode }: TaskDefinitionState,
): void {
	const names = launch.capacityProviderStrategy.map(({ capacityProvider }) => capacityProvider);
	const isKnown = (name: string): boolean =>
		FARGATE_PROVIDERS.includes(name) || world.capacityProviders.has(capacityKey(cluster.region, name));
	if (!names.every(isKnown)) throw invalidParameter('The specified capacity provider was not found');
	if (names.some((name) => !cluster.capacityProviders.includes(name))) {
		throw invalidParameter(
			'The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster.',
		);
	}
	const ofFargate = names.filter((name) => FARGATE_PROVIDERS.includes(name));
	if (ofFargate.length > 0 && ofFargate.length < names.length) throw notValid();
	const isEc2 = onInstances(launch);
	if (!isEc2 && !compatibilities.includes('FARGATE')) {
		throw invalidParameter('Task definition does not support launch_type FARGATE.');
	}
	const network = launch.networkConfiguration?.awsvpcConfiguration;
	if (network && networkMode !== 'awsvpc') {
		throw invalidParameter('Network Configuration is not valid for the given networkMode of this task definition.');
	}
	if (isEc2 && network?.assignPublicIp === 'ENABLED') {
		throw invalidParameter('Assign public IP is not supported for this launch type.');
	}
}

/** @throws {AwsFault} InvalidParameterException, for a subnet that the region does not have */
export function checkSubnets(world: World, { region }: Call, network: NetworkConfiguration | undefined): void {
	const subnets = network?.awsvpcConfiguration.subnets ?? [];
	const unknown = subnets.find((id) => world.subnets.get(id)?.region !== region);
	if (unknown === undefined) return;
	throw invalidParameter(
		`Error retrieving subnet information for [${subnets.join(', ')}]: The subnet ID '${unknown}' does not exist (ErrorCode: InvalidSubnetID.NotFound)`,
	);
}
