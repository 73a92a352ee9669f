import { capacityKey } from '../auto-scaling-group.ts';
import { FARGATE_PROVIDERS, SPOT } from '../capacity-provider.ts';
import { next } from '../random.ts';
import type { CapacityProviderStrategyItem, PlacementConstraint } from '../service-settings.ts';
import type { TaskDefinitionState } from '../task-definition.ts';
import type { World } from '../world.ts';
import { findPlace, isPlace, type Place, type Unplaced } from './find-place.ts';
import type { PlacementRequest } from './placement-request.ts';

/** Where a task of a service, or of RunTask, is to run. */
export type Launch = Omit<PlacementRequest, 'capacityProviderName'> & {
	readonly launchType?: string | undefined;
	/** The deployment that launches it. */
	readonly startedBy?: string;
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
	const capacityProviderName = chosenProvider(world, launch);
	const isFargate =
		capacityProviderName === undefined ? launch.launchType !== 'EC2' : FARGATE_PROVIDERS.includes(capacityProviderName);
	const launched = {
		launchType: isFargate ? 'FARGATE' : 'EC2',
		...(capacityProviderName !== undefined && { capacityProviderName }),
	};
	if (capacityProviderName === SPOT && !hasSpotRoom(world)) return NO_ROOM;
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

const NO_ROOM: Unplaced = { lacking: [], hasInstances: false, isFargateFull: true };

function hasSpotRoom({ fargateSpot, random }: World): boolean {
	return fargateSpot.room === 1 || next(random) < fargateSpot.room;
}

/** A task definition has constraints of its own: memberOf alone. */
function constraintsOf({ other }: TaskDefinitionState): readonly PlacementConstraint[] {
	return (other['placementConstraints'] ?? []) as readonly PlacementConstraint[];
}

/**
 * The first whose base is not met by the tasks that its deployment has, else one by weight (ECS API reference,
 * CapacityProviderStrategyItem).
 */
function chosenProvider(world: World, launch: Launch): string | undefined {
	const { capacityProviderStrategy: strategy } = launch;
	const short = strategy.find(
		({ capacityProvider, base }) => base > 0 && countOn(world, launch, capacityProvider) < base,
	);
	if (short) return short.capacityProvider;
	const total = strategy.reduce((sum, { weight }) => sum + weight, 0);
	if (total === 0) return strategy[0]?.capacityProvider;
	let left = next(world.random) * total;
	return strategy.find(({ weight }) => (left -= weight) < 0)?.capacityProvider;
}

function countOn(world: World, { cluster, group, startedBy }: Launch, provider: string): number {
	return [...cluster.taskArns]
		.flatMap((arn) => world.tasks.get(arn) ?? [])
		.filter((task) => task.group === group && (startedBy === undefined || task.startedBy === startedBy))
		.filter((task) => task.desiredStatus === 'RUNNING' && task.capacityProviderName === provider).length;
}
