import { arnOf } from '../world/arn.ts';
import { DAY } from '../world/clock.ts';
import { hex } from '../world/random.ts';
import { createService } from '../world/scheduler/create-service.ts';
import type { ServiceSettings } from '../world/service-settings.ts';
import type { ServiceState } from '../world/service.ts';
import type { World } from '../world/world.ts';
import type { BuiltCluster } from './build-cluster.ts';
import { buildCodeDeploy } from './build-code-deploy.ts';
import { buildDeployment } from './build-deployment.ts';
import { buildLoadBalancers } from './build-load-balancers.ts';
import { buildRevisions } from './build-revisions.ts';
import { buildScaling } from './build-scaling.ts';
import { giveHistory } from './give-history.ts';
import { networkModeOf } from './runs-on-instances.ts';
import type { ServiceTraits, SidecarEntry } from './service-schema.ts';
import { tagList } from './tag-list.ts';

/** Puts a service into the world that has been running for long: its revisions, its past, its tasks. */
export function buildService(
	world: World,
	built: BuiltCluster,
	traits: ServiceTraits & { readonly name: string },
	sidecars: Readonly<Record<string, SidecarEntry>>,
): ServiceState {
	const { cluster } = built;
	const revisions = buildRevisions(world, cluster, traits, sidecars);
	const service = createService(world, {
		cluster,
		serviceName: traits.name,
		desiredCount: traits.tasks ?? 1,
		settings: buildSettings(world, built, traits, revisions.present.taskDefinitionArn),
		createdAt: world.clock.now - 200 * DAY,
		createdBy: arnOf(world, 'iam', '', 'role/terraform'),
		tags: tagList({ service: traits.name, ...traits.tags }),
	});
	if (traits.traffic) service.traffic = { ...traits.traffic, surges: [] };
	if (traits.scaling) buildScaling(world, service, traits.scaling);
	const deployedAt = world.clock.now - (traits.deployed ?? DAY);
	if (traits.codeDeploy) buildCodeDeploy(world, built, service, { ...traits, ...revisions, deployedAt });
	else giveHistory(world, service, revisions, deployedAt);
	return service;
}

function buildSettings(
	world: World,
	built: BuiltCluster,
	traits: ServiceTraits & { readonly name: string },
	taskDefinition: string,
): ServiceSettings {
	const { cluster, network } = built;
	const { name, port, capacity, launchType = 'FARGATE' } = traits;
	const loadBalancers = buildLoadBalancers(world, built, traits);
	return {
		taskDefinition,
		...(capacity === undefined && { launchType }),
		capacityProviderStrategy: Object.entries(capacity ?? {}).map(([capacityProvider, share]) => ({
			capacityProvider,
			...(typeof share === 'number' ? { weight: share, base: 0 } : share),
		})),
		platformVersion: 'LATEST',
		platformFamily: 'Linux',
		schedulingStrategy: 'REPLICA',
		deploymentController: { type: traits.codeDeploy ? 'CODE_DEPLOY' : 'ECS' },
		deploymentConfiguration: buildDeployment(world, cluster.region, traits),
		...(networkModeOf(traits) === 'awsvpc' && {
			networkConfiguration: {
				awsvpcConfiguration: {
					subnets: network.subnetIds,
					securityGroups: [network.securityGroupId],
					assignPublicIp: traits.publicIp ? 'ENABLED' : 'DISABLED',
				},
			},
		}),
		loadBalancers,
		serviceRegistries: traits.serviceDiscovery
			? [{ registryArn: arnOf(world, 'servicediscovery', cluster.region, `service/srv-${hex(world.random, 16)}`) }]
			: [],
		...(traits.serviceConnect &&
			port !== undefined && { serviceConnectConfiguration: connect(world, built, name, port) }),
		healthCheckGracePeriodSeconds: traits.gracePeriod ?? 0,
		enableExecuteCommand: traits.exec ?? true,
		enableECSManagedTags: true,
		propagateTags: 'SERVICE',
		availabilityZoneRebalancing: 'ENABLED',
		placementConstraints: traits.placementConstraints ?? [],
		placementStrategy: traits.placementStrategy ?? [],
	};
}

function connect(
	world: World,
	{ cluster }: BuiltCluster,
	name: string,
	port: number,
): NonNullable<ServiceSettings['serviceConnectConfiguration']> {
	const namespace = cluster.serviceConnectNamespace ?? cluster.clusterName;
	return {
		enabled: true,
		namespace: ecsNamespace(world, cluster.region, namespace),
		services: [{ portName: 'http', discoveryName: name, clientAliases: [{ port, dnsName: name }] }],
	};
}

function ecsNamespace(world: World, region: string, name: string): string {
	return arnOf(world, 'servicediscovery', region, `namespace/ns-${name.replaceAll(/[^a-z0-9]/g, '')}`);
}
