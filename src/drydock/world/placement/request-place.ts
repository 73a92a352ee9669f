import { capacityKey } from '../auto-scaling-group.ts';
import { FARGATE_PROVIDERS } from '../capacity-provider.ts';
import { next } from '../random.ts';
import type { CapacityProviderStrategyItem, PlacementConstraint } from '../service-settings.ts';
import type { TaskDefinitionState } from '../task-definition.ts';
import type { World } from '../world.ts';
import { findPlace, isPlace, type Place, type Unplaced } from './find-place.ts';
import type { PlacementRequest } from './placement-request.ts';

/** Where a task of a service, or of RunTask, is to run. */
export type Launch = Omit<PlacementRequest, 'capacityProviderName'> & {
	readonly launchType?: string | undefined;
	readonly capacityProviderStrategy: readonly CapacityProviderStrategyItem[];
};

/** What comes of it. */
export type Launched = {
	readonly launchType: string;
	readonly capacityProviderName?: string;
	/** On an instance. */
	readonly place?: Place;
	/** On an instance, once one has room. */
	readonly awaits?: PlacementRequest;
};

/**
 * Looks for the place of one task. Where managed scaling brings instances when there are too few, it waits for one instead
 * of failing (AWS's blog, deep dive on ECS cluster auto scaling).
 */
export function requestPlace(world: World, launch: Launch): Launched | Unplaced {
	const capacityProviderName = chosenProvider(world, launch.capacityProviderStrategy);
	const isFargate =
		capacityProviderName === undefined ? launch.launchType !== 'EC2' : FARGATE_PROVIDERS.includes(capacityProviderName);
	const launched = {
		launchType: isFargate ? 'FARGATE' : 'EC2',
		...(capacityProviderName !== undefined && { capacityProviderName }),
	};
	if (isFargate) return launched;
	const { cluster, taskDefinition, group, strategy, networkConfiguration, overrides } = launch;
	const request: PlacementRequest = {
		cluster,
		taskDefinition,
		group,
		constraints: [...launch.constraints, ...constraintsOf(taskDefinition)],
		strategy,
		networkConfiguration,
		...(overrides && { overrides }),
		...(capacityProviderName !== undefined && { capacityProviderName }),
	};
	const found = findPlace(world, request);
	if (isPlace(found)) return { ...launched, place: found };
	const provider = world.capacityProviders.get(capacityKey(cluster.region, capacityProviderName ?? ''));
	return provider?.managedScaling.status === 'ENABLED' ? { ...launched, awaits: request } : found;
}

export function isUnplaced(found: Launched | Unplaced): found is Unplaced {
	return 'lacking' in found;
}

/** A task definition has constraints of its own: memberOf alone. */
function constraintsOf({ other }: TaskDefinitionState): readonly PlacementConstraint[] {
	return (other['placementConstraints'] ?? []) as readonly PlacementConstraint[];
}

/** By weight; the base of a strategy is not simulated. */
function chosenProvider(world: World, strategy: readonly CapacityProviderStrategyItem[]): string | undefined {
	const total = strategy.reduce((sum, { weight }) => sum + weight, 0);
	if (total === 0) return strategy[0]?.capacityProvider;
	let left = next(world.random) * total;
	return strategy.find(({ weight }) => (left -= weight) < 0)?.capacityProvider;
}
