import type { CapacityProviderStrategyItem } from '@aws-sdk/client-ecs';
import { AwsFault, type Call } from '../../wire/handler.ts';
import { nameOf } from '../../world/arn.ts';
import type { NetworkConfiguration } from '../../world/service-settings.ts';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import type { World } from '../../world/world.ts';
import { FARGATE_PROVIDERS } from './capacity.ts';
import { invalidParameter } from './refuse.ts';

/** Of Fargate on Linux (ECS developer guide, platform versions). */
const PLATFORM_VERSIONS = ['LATEST', '1.4.0', '1.3.0'];

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
	if (
		capacityProviderStrategy.some(({ capacityProvider = '' }) => !FARGATE_PROVIDERS.includes(nameOf(capacityProvider)))
	) {
		throw invalidParameter('The specified capacity provider was not found');
	}
	if (!PLATFORM_VERSIONS.includes(platformVersion)) {
		throw new AwsFault('PlatformUnknownException', "The specified platform version doesn't exist.");
	}
}

/** There is no other capacity than Fargate. @throws {AwsFault} InvalidParameterException */
export function checkFargate({ compatibilities }: TaskDefinitionState): void {
	if (compatibilities.includes('FARGATE')) return;
	throw invalidParameter('Task definition does not support launch_type FARGATE.');
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
