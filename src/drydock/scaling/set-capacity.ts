import type { ScalableTargetState } from '../world/scaling.ts';
import type { World } from '../world/world.ts';
import { scaleTo } from './activity.ts';

/** New bounds; what is left out stays. */
export type CapacityChange = { readonly minCapacity?: number | undefined; readonly maxCapacity?: number | undefined };

/**
 * Moves the bounds of a target and brings the desired count within them at once, even if they did not move
 * (Application Auto Scaling API reference, RegisterScalableTarget).
 */
export function setCapacity(world: World, target: ScalableTargetState, change: CapacityChange): void {
	target.minCapacity = change.minCapacity ?? target.minCapacity;
	target.maxCapacity = change.maxCapacity ?? target.maxCapacity;
	const service = world.services.get(target.serviceArn);
	if (service === undefined) return;
	const { desiredCount } = service;
	if (desiredCount < target.minCapacity) {
		scaleTo(world, target, service, target.minCapacity, `minimum capacity was set to ${target.minCapacity}`);
	} else if (desiredCount > target.maxCapacity) {
		scaleTo(world, target, service, target.maxCapacity, `maximum capacity was set to ${target.maxCapacity}`);
	}
}
