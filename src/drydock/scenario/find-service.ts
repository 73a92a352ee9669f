import type { ServiceState } from '../world/service.ts';
import type { World } from '../world/world.ts';

/** The service of this name; the scenario's check has made sure that there is one. */
export function findService(world: World, name: string): ServiceState {
	for (const service of world.services.values()) if (service.serviceName === name) return service;
	throw new Error(`the world has no service ${name}`);
}
