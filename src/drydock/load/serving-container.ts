import type { ServiceState } from '../world/service.ts';
import type { World } from '../world/world.ts';

/** The container that answers requests: the one behind the load balancer, else the first that has a port. */
export function servingContainerOf(world: World, { settings }: ServiceState): string | undefined {
	const [loadBalancer] = settings.loadBalancers;
	if (loadBalancer !== undefined) return loadBalancer.containerName;
	const definitions = world.taskDefinitions.get(settings.taskDefinition)?.containerDefinitions ?? [];
	return definitions.find(({ portMappings = [] }) => portMappings.length > 0)?.name ?? definitions[0]?.name;
}
