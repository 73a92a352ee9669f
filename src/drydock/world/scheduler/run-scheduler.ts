import { serviceOf } from '../lifecycle/service-of.ts';
import type { World } from '../world.ts';
import { planLook } from './plan-look.ts';

/** Lets the service scheduler react to every change of a service's tasks. */
export function runScheduler(world: World): void {
	world.taskWatchers.push((changed, task) => {
		const service = serviceOf(changed, task);
		if (service) planLook(changed, service);
	});
}
