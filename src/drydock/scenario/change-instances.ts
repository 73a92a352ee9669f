import type { AutoScalingGroupState } from '../world/auto-scaling-group.ts';
import { drainInstance } from '../world/capacity/drain-instance.ts';
import { liveInstances } from '../world/capacity/group-instances.ts';
import { resizeGroup } from '../world/capacity/resize-group.ts';
import type { World } from '../world/world.ts';
import type { Step } from './script-schema.ts';

/** Carries out a step about the instances of a group. */
export function changeInstances(world: World, step: Extract<Step, { readonly do: 'instances' }>): void {
	const group = findGroup(world, step.group);
	const oldest = liveInstances(world, group)
		.flatMap(({ containerInstanceArn = '' }) => world.containerInstances.get(containerInstanceArn) ?? [])
		.filter(({ status }) => status === 'ACTIVE');
	const [first] = oldest;
	if (step.drain && first) drainInstance(world, first);
	if (step.agent !== undefined) {
		const isOther = oldest.find(({ agentConnected }) => agentConnected !== (step.agent === 'connected'));
		if (isOther) isOther.agentConnected = step.agent === 'connected';
	}
	resizeGroup(world, group, { minSize: step.min, maxSize: step.max, desiredCapacity: step.desired });
}

/** The scenario's check has made sure that there is one. */
function findGroup(world: World, name: string): AutoScalingGroupState {
	for (const group of world.autoScalingGroups.values()) if (group.autoScalingGroupName === name) return group;
	throw new Error(`the world has no Auto Scaling group ${name}`);
}
