import { arnOf } from '../world/arn.ts';
import { DAY } from '../world/clock.ts';
import { hex } from '../world/random.ts';
import { createService } from '../world/scheduler/create-service.ts';
import { planLook } from '../world/scheduler/plan-look.ts';
import { startRollout } from '../world/scheduler/start-rollout.ts';
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

type NamedTraits = ServiceTraits & { readonly name: string };

type Sidecars = Readonly<Record<string, SidecarEntry>>;

/** Puts a service into the world that has been running for long: its revisions, its past, its tasks. */
export function buildService(world: World, built: BuiltCluster, traits: NamedTraits, sidecars: Sidecars): ServiceState {
	const revisions = buildRevisions(world, built.cluster, traits, sidecars);
	const service = buildBare(world, built, traits, {
		taskDefinition: revisions.present.taskDefinitionArn,
		createdAt: world.clock.now - 200 * DAY,
	});
	const deployedAt = world.clock.now - (traits.deployed ?? DAY);
	if (traits.codeDeploy) buildCodeDeploy(world, built, service, { ...traits, ...revisions, deployedAt });
	else giveHistory(world, service, revisions, deployedAt);
	return service;
}

/** Creates a service now, with its first revision: its scheduler begins to bring it up. */
export function buildNewService(world: World, built: BuiltCluster, traits: NamedTraits, sidecars: Sidecars): void {
	const { present } = buildRevisions(world, built.cluster, { ...traits, deployed: 0 }, sidecars);
	const { now } = world.clock;
	const service = buildBare(world, built, traits, { taskDefinition: present.taskDefinitionArn, createdAt: now });
	startRollout(world, service);
	planLook(world, service);
}

/** The service with nothing that has happened to it. */
function buildBare(
	world: World,
	built: BuiltCluster,
	traits: NamedTraits,
	{ taskDefinition, createdAt }: { readonly taskDefinition: string; readonly createdAt: number },
): ServiceState {
	const service = createService(world, {
		cluster: built.cluster,
		serviceName: traits.name,
		desiredCount: traits.tasks ?? 1,
		settings: buildSettings(world, built, traits, taskDefinition),
		createdAt,
		createdBy: arnOf(world, 'iam', '', 'role/terraform'),
		tags: tagList({ service: traits.name, ...traits.tags }),
	});
	if (traits.traffic) service.traffic = { ...traits.traffic, surges: [] };
	if (traits.scaling) buildScaling(world, service, traits.scaling);
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
