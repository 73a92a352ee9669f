import type { ContainerInstanceState } from '../container-instance.ts';
import { serviceOf } from '../lifecycle/service-of.ts';
import { tasksOn } from '../placement/remaining.ts';
import { planLook } from '../scheduler/plan-look.ts';
import type { World } from '../world.ts';

/**
 * Has the services replace their tasks on an instance, and places no more there (ECS API reference,
 * UpdateContainerInstancesState). Tasks of no service stay.
 */
export function drainInstance(world: World, instance: ContainerInstanceState): void {
	instance.status = 'DRAINING';
	instance.version += 1;
	for (const task of tasksOn(world, instance)) {
		const service = serviceOf(world, task);
		if (service) planLook(world, service);
	}
}

/** Lets it take tasks again. */
export function activateInstance(instance: ContainerInstanceState): void {
	instance.status = 'ACTIVE';
	instance.version += 1;
}
