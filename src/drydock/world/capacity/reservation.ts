import type { CapacityProviderState } from '../capacity-provider.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { liveInstances } from './group-instances.ts';
import { sizeOf } from './instance-types.ts';
import { groupOf } from './provider-of.ts';

/** How many instances a capacity provider has, and how many its tasks need. */
export type Need = { readonly running: number; readonly needed: number };

/**
 * With tasks that wait: the instances that there are, and as many empty ones as those need at least; without: those that
 * have a task (AWS's blog, deep dive on ECS cluster auto scaling).
 */
export function needOf(world: World, provider: CapacityProviderState): Need {
	const group = groupOf(world, provider);
	if (!group) return { running: 0, needed: 0 };
	const live = liveInstances(world, group);
	const size = sizeOf(group.instanceType);
	// One that is larger than an instance would not fit on another either.
	const waiting = [...(world.clusters.get(group.clusterArn)?.taskArns ?? [])]
		.flatMap((arn) => world.tasks.get(arn) ?? [])
		.filter((task) => task.awaits?.capacityProviderName === provider.name && task.desiredStatus === 'RUNNING')
		.filter(({ cpu, memory }) => Number(cpu) <= size.cpu && Number(memory) <= size.memory);
	if (waiting.length > 0) return { running: live.length, needed: live.length + filledBy(waiting, group.instanceType) };
	const used = live.filter(
		({ containerInstanceArn = '' }) => (world.containerInstances.get(containerInstanceArn)?.taskArns.size ?? 0) > 0,
	);
	return { running: live.length, needed: used.length };
}

/** CapacityProviderReservation, percent; of no instances 100 when none is needed, else 200. */
export function reservation({ running, needed }: Need): number {
	if (running === 0) return needed === 0 ? 100 : 200;
	return (100 * needed) / running;
}

function filledBy(waiting: readonly TaskState[], instanceType: string): number {
	const { cpu, memory, interfaces } = sizeOf(instanceType);
	const share = waiting.reduce(
		(sum, task) => ({ cpu: sum.cpu + Number(task.cpu), memory: sum.memory + Number(task.memory) }),
		{ cpu: 0, memory: 0 },
	);
	const withInterface = waiting.filter(({ awaits }) => awaits?.taskDefinition.networkMode === 'awsvpc').length;
	// A task that has the whole host, or one of its ports, shares it with no copy of itself.
	const alone = Map.groupBy(waiting.filter(takesFixedPort), ({ group }) => group);
	return Math.max(
		1,
		Math.ceil(share.cpu / cpu),
		Math.ceil(share.memory / memory),
		Math.ceil(withInterface / (interfaces - 1)),
		...Array.from(alone.values(), (tasks) => tasks.length),
	);
}

function takesFixedPort({ awaits }: TaskState): boolean {
	const { networkMode, containerDefinitions = [] } = awaits?.taskDefinition ?? {};
	const ports = containerDefinitions.flatMap(({ portMappings = [] }) => portMappings);
	return networkMode === 'host'
		? ports.length > 0
		: networkMode === 'bridge' && ports.some(({ hostPort = 0 }) => hostPort > 0);
}
