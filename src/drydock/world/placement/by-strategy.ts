import { attributeOf, type ContainerInstanceState } from '../container-instance.ts';
import { next } from '../random.ts';
import type { PlacementStrategy } from '../service-settings.ts';
import type { World } from '../world.ts';
import { instancesOf } from './instances-of.ts';
import type { PlacementRequest } from './placement-request.ts';
import { remainingOn, tasksOn } from './remaining.ts';

/** Where the strategy says nothing, tasks are spread over the zones, then over the instances. */
const USUAL: readonly PlacementStrategy[] = [
	{ type: 'spread', field: 'attribute:ecs.availability-zone' },
	{ type: 'spread', field: 'instanceId' },
];

/** Orders instances that would all do, the one to take first (ECS developer guide, task placement strategies). */
export function byStrategy(
	world: World,
	request: PlacementRequest,
	fitting: readonly ContainerInstanceState[],
): ContainerInstanceState[] {
	const ranked = fitting.map((instance) => ({
		instance,
		ranks: [...request.strategy, ...USUAL].map((each) => rankOf(world, request, each, instance)),
	}));
	return ranked
		.toSorted(({ ranks: one }, { ranks: other }) => {
			const place = one.findIndex((rank, index) => rank !== other[index]);
			return (one[place] ?? 0) - (other[place] ?? 0);
		})
		.map(({ instance }) => instance);
}

function rankOf(
	world: World,
	{ cluster, group }: PlacementRequest,
	{ type, field = '' }: PlacementStrategy,
	instance: ContainerInstanceState,
): number {
	if (type === 'random') return next(world.random);
	if (type === 'binpack') {
		const { cpu, memory } = remainingOn(world, instance);
		return field.toLowerCase() === 'cpu' ? cpu : memory;
	}
	const own = valueOf(instance, field);
	return instancesOf(world, cluster)
		.filter((other) => valueOf(other, field) === own)
		.flatMap((other) => tasksOn(world, other))
		.filter((task) => task.group === group && task.desiredStatus === 'RUNNING').length;
}

/** What tasks are spread over: `instanceId`, `host`, or `attribute:<name>`. */
function valueOf(instance: ContainerInstanceState, field: string): string | undefined {
	return field.startsWith('attribute:') ? attributeOf(instance, field.slice('attribute:'.length)) : instance.id;
}
