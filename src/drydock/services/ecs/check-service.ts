import type { CreateServiceRequest, UpdateServiceRequest } from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import type { ClusterState } from '../../world/cluster.ts';
import type { ServiceSettings } from '../../world/service-settings.ts';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import type { World } from '../../world/world.ts';
import { checkDeploymentConfiguration } from './check-deployment-configuration.ts';
import { checkCompatible, checkLaunch, checkSubnets } from './check-launch.ts';
import { checkLoadBalancers } from './check-load-balancers.ts';
import { checkPlacement } from './check-placement.ts';
import { invalidParameter, notValid } from './refuse.ts';

type Checked = {
	readonly cluster: ClusterState;
	readonly settings: ServiceSettings;
	readonly definition: TaskDefinitionState;
};

/**
 * Refuses what a service cannot be: how it is asked for, and the settings that come of it.
 * @throws {AwsFault} InvalidParameterException, PlatformUnknownException
 */
export function checkService(
	world: World,
	call: Call,
	input: Partial<CreateServiceRequest & UpdateServiceRequest>,
	{ cluster, settings, definition }: Checked,
): void {
	checkLaunch(input);
	checkCompatible(world, cluster, settings, definition);
	checkPlacement(settings);
	if (input.networkConfiguration) checkSubnets(world, call, settings.networkConfiguration);
	if (input.deploymentConfiguration) {
		checkDeploymentConfiguration(input.deploymentConfiguration, settings.deploymentConfiguration);
	}
	checkLoadBalancers(world, call, settings, definition);
	const { healthCheckGracePeriodSeconds: grace } = input;
	if (grace === undefined) return;
	if (grace < 0) throw notValid();
	if (grace > 0 && settings.loadBalancers.length === 0) {
		throw invalidParameter('Health check grace period is only valid for services configured to use load balancers');
	}
}
