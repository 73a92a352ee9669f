import { FARGATE_PROVIDERS } from '../world/capacity-provider.ts';
import type { ClusterEntry } from './cluster-schema.ts';
import type { Contradiction } from './contradiction.ts';
import { networkModeOf, runsOnInstances } from './runs-on-instances.ts';
import type { ServiceTraits } from './service-schema.ts';

/** Where what a service says of how its tasks run does not fit the rest; paths are in the service. */
export function launchContradictions(clusters: readonly ClusterEntry[], traits: ServiceTraits): Contradiction[] {
	const { capacity, launchType, placementStrategy = [], placementConstraints = [] } = traits;
	const cluster = clusters.find(({ name }) => name === traits.cluster) ?? clusters[0];
	const providers = cluster?.instances.flatMap(({ capacityProvider = [] }) => capacityProvider) ?? [];
	const found: Contradiction[] = [];
	const say = (path: string[], message: string): void => void found.push({ path, message });
	for (const name of Object.keys(capacity ?? {})) {
		if (![...FARGATE_PROVIDERS, ...providers].includes(name))
			say(['capacity', name], `there is no capacity provider ${name}`);
	}
	if (capacity && launchType) say(['launchType'], 'goes without capacity');
	if (traits.hostPort !== undefined && traits.port === undefined) say(['hostPort'], 'needs a port');
	if (traits.hostPort !== undefined && networkModeOf(traits) !== 'bridge')
		say(['hostPort'], 'is for the network mode bridge');
	if (runsOnInstances(traits)) return found;
	if (traits.networkMode && traits.networkMode !== 'awsvpc') say(['networkMode'], 'must be awsvpc on Fargate');
	if (traits.memoryReservation !== undefined) say(['memoryReservation'], 'is for services on instances');
	if (placementStrategy.length > 0) say(['placementStrategy'], 'is for services on instances');
	if (placementConstraints.length > 0) say(['placementConstraints'], 'is for services on instances');
	return found;
}
