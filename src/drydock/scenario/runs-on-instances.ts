import { onInstances } from '../world/on-instances.ts';
import type { ServiceTraits } from './service-schema.ts';

/** The network mode of a service's tasks: on Fargate there is one only. */
export function networkModeOf(traits: ServiceTraits): 'bridge' | 'host' | 'awsvpc' {
	return runsOnInstances(traits) ? (traits.networkMode ?? 'bridge') : 'awsvpc';
}

/** Whether a service's tasks come to run on instances. */
export function runsOnInstances({ launchType = 'FARGATE', capacity = {} }: ServiceTraits): boolean {
	return onInstances({
		launchType,
		capacityProviderStrategy: Object.keys(capacity).map((capacityProvider) => ({ capacityProvider })),
	});
}
