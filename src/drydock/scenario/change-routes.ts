import type { World } from '../world/world.ts';
import { findService } from './find-service.ts';
import type { Step } from './script-schema.ts';

/** Has the default routes of a service's subnets lead elsewhere. */
export function changeRoutes(world: World, step: Extract<Step, { readonly do: 'route' }>): void {
	const { networkConfiguration } = findService(world, step.service).settings;
	for (const id of networkConfiguration?.awsvpcConfiguration.subnets ?? []) {
		const subnet = world.subnets.get(id);
		if (subnet && (step.zone ?? subnet.availabilityZone) === subnet.availabilityZone) subnet.wayOut = step.to;
	}
}
