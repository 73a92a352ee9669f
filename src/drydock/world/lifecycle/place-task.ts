import { attributeOf } from '../container-instance.ts';
import type { Place } from '../placement/find-place.ts';
import type { NetworkConfiguration } from '../service-settings.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { joinSubnet } from './join-subnet.ts';
import { taskDefinitionOf } from './task-definition-of.ts';

/** Gives a task what it asks for of an instance; `leaveInstance` gives it back. */
export function placeTask(
	world: World,
	task: TaskState,
	{ instance, portBindings }: Place,
	network: NetworkConfiguration | undefined,
): void {
	task.containerInstanceArn = instance.containerInstanceArn;
	task.portBindings = portBindings;
	instance.taskArns.add(task.taskArn);
	instance.version += 1;
	const zone = attributeOf(instance, 'ecs.availability-zone');
	if (taskDefinitionOf(world, task).networkMode === 'awsvpc') joinSubnet(world, task, network, zone);
	else if (zone !== undefined) task.availabilityZone = zone;
}

export function leaveInstance(world: World, { taskArn, containerInstanceArn = '' }: TaskState): void {
	const instance = world.containerInstances.get(containerInstanceArn);
	if (instance?.taskArns.delete(taskArn)) instance.version += 1;
}
