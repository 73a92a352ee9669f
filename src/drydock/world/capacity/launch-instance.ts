import { after } from '../advance.ts';
import type { AutoScalingGroupState } from '../auto-scaling-group.ts';
import { SECOND } from '../clock.ts';
import { between } from '../random.ts';
import type { World } from '../world.ts';
import { beginActivity, endActivity } from './group-activity.ts';
import { createInstance } from './create-instance.ts';
import { registerInstance } from './register-instance.ts';

/**
 * Launches an instance: InService in half a minute, and registered with its cluster when it has booted and its agent is up,
 * two or three minutes later. AWS promises no times.
 */
export function launchInstance(world: World, group: AutoScalingGroupState, cause: string): void {
	const instance = createInstance(world, group);
	if (!instance) return;
	const activity = beginActivity(world, group, 'Launching a new', instance, cause);
	after(world, between(world.random, 25, 40) * SECOND, () => {
		if (instance.lifecycleState !== 'Pending') return;
		instance.lifecycleState = 'InService';
		instance.state = 'running';
		endActivity(world, activity);
	});
	after(world, between(world.random, 90, 180) * SECOND, () => {
		if (instance.lifecycleState === 'InService') registerInstance(world, group, instance);
	});
}
