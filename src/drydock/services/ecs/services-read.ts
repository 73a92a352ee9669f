import type {
	DescribeServicesRequest,
	DescribeServicesResponse,
	ListServicesByNamespaceRequest,
	ListServicesByNamespaceResponse,
	ListServicesRequest,
	ListServicesResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { ecsArn, nameOf } from '../../world/arn.ts';
import type { World } from '../../world/world.ts';
import { findCluster } from './find-cluster.ts';
import { serviceNamed } from './find-service.ts';
import { listPage } from './list-page.ts';
import { checkAtMost } from './refuse.ts';
import { serviceShape } from './service-shape.ts';

/** Pages of 10 unless asked for up to 100 (ECS API reference, ListServices). */
export function listServices(world: World, call: Call, input: ListServicesRequest): ListServicesResponse {
	const cluster = findCluster(world, call, input.cluster);
	const services = [...cluster.serviceArns]
		.flatMap((arn) => world.services.get(arn) ?? [])
		.filter(({ status }) => status !== 'INACTIVE')
		.filter(({ settings }) => input.launchType === undefined || settings.launchType === input.launchType)
		.filter(({ settings }) => !input.schedulingStrategy || settings.schedulingStrategy === input.schedulingStrategy);
	const { items, nextToken } = listPage(services, input, 100, 10);
	return { serviceArns: items.map(({ serviceArn }) => serviceArn), nextToken };
}

/** At most 10 services a call (ECS API reference, DescribeServices). */
export function describeServices(world: World, call: Call, input: DescribeServicesRequest): DescribeServicesResponse {
	checkAtMost(10, 'service names', input.services);
	const cluster = findCluster(world, call, input.cluster);
	const response = { services: [] as NonNullable<DescribeServicesResponse['services']>, failures: [] as object[] };
	for (const name of input.services ?? []) {
		const service = serviceNamed(world, cluster, name);
		if (service) {
			const tags = input.include?.includes('TAGS') ? { tags: service.tags } : {};
			response.services.push({ ...serviceShape(world, service), ...tags });
		} else {
			const arn = name.startsWith('arn:') ? name : ecsArn(world, call.region, 'service', cluster.clusterName, name);
			response.failures.push({ arn, reason: 'MISSING' });
		}
	}
	return response;
}

/** Services that Service Connect makes known in the namespace; pages of 10 unless asked for up to 100. */
export function listServicesByNamespace(
	world: World,
	call: Call,
	input: ListServicesByNamespaceRequest,
): ListServicesByNamespaceResponse {
	const services = [...world.services.values()].filter(({ region, settings, clusterArn }) => {
		const namespace = settings.serviceConnectConfiguration?.namespace;
		const name = world.clusters.get(clusterArn)?.serviceConnectNamespace;
		const asked = input.namespace ?? '';
		return region === call.region && namespace !== undefined && [namespace, nameOf(namespace), name].includes(asked);
	});
	const { items, nextToken } = listPage(services, input, 100, 10);
	return { serviceArns: items.map(({ serviceArn }) => serviceArn), nextToken };
}
