import { AwsFault } from '../../wire/handler.ts';
import { ecsArn } from '../../world/arn.ts';
import type { ClusterState } from '../../world/cluster.ts';
import type { ServiceState } from '../../world/service.ts';
import type { World } from '../../world/world.ts';

/** The service of a name or ARN in the cluster; undefined when there is none. */
export function serviceNamed(world: World, cluster: ClusterState, name: string): ServiceState | undefined {
	const arn = name.startsWith('arn:') ? name : ecsArn(world, cluster.region, 'service', cluster.clusterName, name);
	return cluster.serviceArns.has(arn) ? world.services.get(arn) : undefined;
}

/** @throws {AwsFault} ServiceNotFoundException, ServiceNotActiveException */
export function findActiveService(world: World, cluster: ClusterState, name: string | undefined): ServiceState {
	const service = findService(world, cluster, name);
	if (service.status === 'ACTIVE') return service;
	throw new AwsFault('ServiceNotActiveException', 'Service was not ACTIVE.');
}

/** @throws {AwsFault} ServiceNotFoundException */
export function findService(world: World, cluster: ClusterState, name: string | undefined): ServiceState {
	const service = serviceNamed(world, cluster, name ?? '');
	if (!service) throw new AwsFault('ServiceNotFoundException', 'Service not found.');
	return service;
}
