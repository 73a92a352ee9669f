import type { Behaviour } from '../behaviour.ts';
import type { ContainerState } from '../container.ts';

/** How a container behaves at a time (epoch ms): while it starves it answers nobody in time. */
export function asFed(behaviour: Behaviour, { starvation = [] }: ContainerState, at: number): Behaviour {
	const isStarving = starvation.some(({ from, until }) => from <= at && at < until);
	return isStarving ? { ...behaviour, response: { from: 0, status: 'timeout' } } : behaviour;
}
