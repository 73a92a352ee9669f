import type { CreateServiceRequest, UpdateServiceRequest } from '@aws-sdk/client-ecs';
import type { ClusterState } from '../../world/cluster.ts';
import type {
	LoadBalancer,
	ServiceConnectConfiguration,
	ServiceRegistry,
	ServiceSettings,
} from '../../world/service-settings.ts';
import { deploymentConfigurationFrom } from './deployment-configuration-from.ts';
import { defaultLaunch } from './default-launch.ts';
import { networkFrom } from './network-from.ts';
import { strategyFrom } from './strategy-from.ts';

type Request = Partial<CreateServiceRequest & UpdateServiceRequest>;

/** The settings of a service that was created without saying more than its task definition (ECS API reference, CreateService). */
export function defaultSettings(taskDefinition: string, cluster: ClusterState): ServiceSettings {
	return {
		taskDefinition,
		...defaultLaunch(cluster),
		platformVersion: 'LATEST',
		platformFamily: 'Linux',
		schedulingStrategy: 'REPLICA',
		deploymentController: { type: 'ECS' },
		deploymentConfiguration: {
			strategy: 'ROLLING',
			minimumHealthyPercent: 100,
			maximumPercent: 200,
			deploymentCircuitBreaker: { enable: false, rollback: false },
		},
		loadBalancers: [],
		serviceRegistries: [],
		healthCheckGracePeriodSeconds: 0,
		enableExecuteCommand: false,
		enableECSManagedTags: false,
		propagateTags: 'NONE',
		availabilityZoneRebalancing: 'ENABLED',
		placementConstraints: [],
		placementStrategy: [],
	};
}

/**
 * The settings after a request: what it leaves out stays. `taskDefinition` is the full ARN it resolves to.
 * @throws {AwsFault} InvalidParameterException
 */
export function settingsFrom(before: ServiceSettings, input: Request, taskDefinition?: string): ServiceSettings {
	const network = networkFrom(input.networkConfiguration);
	const strategy = input.capacityProviderStrategy && strategyFrom(input.capacityProviderStrategy);
	const { launchType: _, ...withoutLaunchType } = before;
	return {
		...(strategy?.length ? withoutLaunchType : before),
		...(input.launchType !== undefined && { launchType: input.launchType, capacityProviderStrategy: [] }),
		...(strategy && { capacityProviderStrategy: strategy }),
		...(taskDefinition !== undefined && { taskDefinition }),
		...(input.platformVersion !== undefined && { platformVersion: input.platformVersion }),
		...(input.deploymentConfiguration && {
			deploymentConfiguration: deploymentConfigurationFrom(
				before.deploymentConfiguration,
				input.deploymentConfiguration,
			),
		}),
		...(network && { networkConfiguration: network }),
		...(input.loadBalancers && { loadBalancers: input.loadBalancers as LoadBalancer[] }),
		...(input.serviceRegistries && { serviceRegistries: input.serviceRegistries as ServiceRegistry[] }),
		...(input.serviceConnectConfiguration && {
			serviceConnectConfiguration: input.serviceConnectConfiguration as ServiceConnectConfiguration,
		}),
		healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? before.healthCheckGracePeriodSeconds,
		enableExecuteCommand: input.enableExecuteCommand ?? before.enableExecuteCommand,
		enableECSManagedTags: input.enableECSManagedTags ?? before.enableECSManagedTags,
		propagateTags: input.propagateTags ?? before.propagateTags,
		availabilityZoneRebalancing: input.availabilityZoneRebalancing ?? before.availabilityZoneRebalancing,
		...(input.placementConstraints && {
			placementConstraints: input.placementConstraints as ServiceSettings['placementConstraints'],
		}),
		...(input.placementStrategy && {
			placementStrategy: input.placementStrategy as ServiceSettings['placementStrategy'],
		}),
	};
}
