import { type Behaviour, behaviourOf } from '../behaviour.ts';
import type { ContainerState } from '../container.ts';
import { unit } from '../noise.ts';
import { seedOf } from '../random.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';

/** How a container behaves in its task: as its image does, and in its own time. */
export function behaviourIn(world: World, { taskId }: TaskState, { image }: Pick<ContainerState, 'image'>): Behaviour {
	const behaviour = behaviourOf(world.behaviours, image);
	const { startSeconds, startSpread } = behaviour;
	if (startSpread === undefined) return behaviour;
	return { ...behaviour, startSeconds: startSeconds + startSpread * unit(seedOf(taskId), 3) };
}
