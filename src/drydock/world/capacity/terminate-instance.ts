import { after } from '../advance.ts';
import { type AutoScalingGroupState, capacityKey } from '../auto-scaling-group.ts';
import { HOUR, SECOND } from '../clock.ts';
import type { Ec2InstanceState } from '../ec2-instance.ts';
import { stopTask } from '../lifecycle/stop-task.ts';
import { giveBackAddress } from '../lifecycle/subnet-addresses.ts';
import { tasksOn } from '../placement/remaining.ts';
import { between } from '../random.ts';
import type { World } from '../world.ts';
import { drainInstance } from './drain-instance.ts';
import { beginActivity, endActivity } from './group-activity.ts';
import { providerOf } from './provider-of.ts';

/** ECS looks this often whether an instance that goes is empty. */
const LOOKED_AT_EVERY = 10 * SECOND;

/** Takes an instance out of its group; where its capacity provider drains it first, when its tasks are gone. */
export function terminateInstance(world: World, instance: Ec2InstanceState, cause: string): void {
	const group = world.autoScalingGroups.get(capacityKey(instance.region, instance.autoScalingGroupName));
	if (!group || instance.lifecycleState.startsWith('Terminat')) return;
	const activity = beginActivity(world, group, 'Terminating', instance, cause);
	const container = world.containerInstances.get(instance.containerInstanceArn ?? '');
	const isDrained = container && providerOf(world, group)?.managedDraining === 'ENABLED';
	const end = (): void => shutDown(world, group, instance, () => endActivity(world, activity));
	if (!isDrained) return end();
	instance.lifecycleState = 'Terminating:Wait';
	drainInstance(world, container);
	const endWhenEmpty = (): void => {
		if (container.taskArns.size === 0) end();
		else after(world, LOOKED_AT_EVERY, endWhenEmpty);
	};
	endWhenEmpty();
}

function shutDown(world: World, group: AutoScalingGroupState, instance: Ec2InstanceState, ended: () => void): void {
	instance.lifecycleState = 'Terminating';
	instance.state = 'shutting-down';
	deregister(world, instance);
	after(world, between(world.random, 40, 70) * SECOND, () => {
		instance.lifecycleState = 'Terminated';
		instance.state = 'terminated';
		group.instanceIds.delete(instance.instanceId);
		const subnet = world.subnets.get(instance.subnetId);
		if (subnet) giveBackAddress(subnet, instance.privateIpAddress);
		ended();
		after(world, HOUR, () => world.ec2Instances.delete(instance.instanceId));
	});
}

/** The instance is gone for its cluster, and what runs on it with it. */
function deregister(world: World, { instanceId, containerInstanceArn = '' }: Ec2InstanceState): void {
	const container = world.containerInstances.get(containerInstanceArn);
	if (!container) return;
	for (const task of tasksOn(world, container)) {
		stopTask(world, task, {
			stopCode: 'TerminationNotice',
			stoppedReason: `Host EC2 (instance ${instanceId}) terminated.`,
		});
	}
	world.clusters.get(container.clusterArn)?.containerInstanceArns.delete(containerInstanceArn);
	world.containerInstances.delete(containerInstanceArn);
}
