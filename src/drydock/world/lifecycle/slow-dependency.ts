import { behaviourOf } from '../behaviour.ts';
import { isSlow } from '../dependency.ts';
import type { World } from '../world.ts';
import { wakeChecks } from './wake-checks.ts';

/** Makes a dependency too slow to answer, or well again: those that wait for it fail their checks, or pass them again. */
export function setSlow(world: World, name: string, slow: boolean): void {
	const dependency = world.dependencies.get(name);
	if (!dependency || isSlow(dependency) === slow) return;
	const { outages } = dependency;
	const newest = outages.at(-1);
	if (slow) outages.push({ from: world.clock.now });
	else if (newest) newest.until = world.clock.now;
	for (const task of world.tasks.values()) {
		for (const container of task.containers) {
			if (behaviourOf(world.behaviours, container.image).dependsOn?.name === name) wakeChecks(world, task, container);
		}
	}
}
