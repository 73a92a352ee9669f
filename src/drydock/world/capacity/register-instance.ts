import { ecsArn } from '../arn.ts';
import type { AutoScalingGroupState } from '../auto-scaling-group.ts';
import type { ContainerInstanceState } from '../container-instance.ts';
import type { Ec2InstanceState } from '../ec2-instance.ts';
import { hex } from '../random.ts';
import type { World } from '../world.ts';
import { instanceAttributes } from './instance-attributes.ts';
import { providerOf } from './provider-of.ts';

/** What the agent of an instance does when it is up: the cluster has a container instance more. */
export function registerInstance(
	world: World,
	group: AutoScalingGroupState,
	instance: Ec2InstanceState,
): ContainerInstanceState | undefined {
	const cluster = world.clusters.get(group.clusterArn);
	if (!cluster) return undefined;
	const id = hex(world.random, 32);
	const provider = providerOf(world, group);
	const registered: ContainerInstanceState = {
		containerInstanceArn: ecsArn(world, cluster.region, 'container-instance', cluster.clusterName, id),
		id,
		clusterArn: cluster.clusterArn,
		region: cluster.region,
		ec2InstanceId: instance.instanceId,
		instanceType: instance.instanceType,
		...(provider && { capacityProviderName: provider.name }),
		attributes: instanceAttributes(instance),
		registeredAt: world.clock.now,
		status: 'ACTIVE',
		agentConnected: true,
		taskArns: new Set(),
		version: 1,
	};
	world.containerInstances.set(registered.containerInstanceArn, registered);
	cluster.containerInstanceArns.add(registered.containerInstanceArn);
	instance.containerInstanceArn = registered.containerInstanceArn;
	return registered;
}
