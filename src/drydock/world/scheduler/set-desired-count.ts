import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { planLook } from './plan-look.ts';

/** What UpdateService and Application Auto Scaling do to the task count. */
export function setDesiredCount(world: World, service: ServiceState, desiredCount: number): void {
	service.desiredCount = desiredCount;
	service.scheduler.steady = false;
	planLook(world, service);
}
