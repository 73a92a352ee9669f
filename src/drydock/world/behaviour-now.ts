import { type Behaviour, behaviourOf } from './behaviour.ts';
import { isSlow } from './dependency.ts';
import type { World } from './world.ts';

/** The share of requests that fail where a dependency does not answer in time. */
const FAILING = 0.35;

/** How an image behaves now: as its behaviour says, unless what it depends on is too slow. */
export function behaviourNow(world: World, image: string): Behaviour {
	const own = behaviourOf(world.behaviours, image);
	const dependency = world.dependencies.get(own.dependsOn?.name ?? '');
	if (!own.dependsOn || !dependency || !isSlow(dependency)) return own;
	const { startSeconds, errorRate = 0 } = own;
	return {
		...own,
		response: { from: startSeconds, status: own.dependsOn.whenSlow },
		errorRate: Math.max(FAILING, errorRate),
	};
}
