import type { ContainerInstance, Resource } from '@aws-sdk/client-ecs';
import { sizeOf } from '../../world/capacity/instance-types.ts';
import type { ContainerInstanceState } from '../../world/container-instance.ts';
import { portsAsked, type PortBinding } from '../../world/placement/host-ports.ts';
import { AGENT_PORTS, remainingOn, tasksOn } from '../../world/placement/remaining.ts';
import { taskDefinitionOf } from '../../world/lifecycle/task-definition-of.ts';
import type { World } from '../../world/world.ts';
import { date } from '../date.ts';
import { isPending } from './task-counts.ts';

/** A container instance as DescribeContainerInstances gives it. */
export function containerInstanceShape(world: World, instance: ContainerInstanceState): ContainerInstance {
	const tasks = tasksOn(world, instance);
	const size = sizeOf(instance.instanceType);
	return {
		containerInstanceArn: instance.containerInstanceArn,
		ec2InstanceId: instance.ec2InstanceId,
		capacityProviderName: instance.capacityProviderName,
		version: instance.version,
		versionInfo: { agentVersion: '1.105.1', agentHash: '8dfceca9', dockerVersion: 'DockerVersion: 25.0.14' },
		registeredResources: resources(size, AGENT_PORTS.map(String), []),
		remainingResources: remaining(world, instance),
		status: instance.status,
		agentConnected: instance.agentConnected,
		runningTasksCount: tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length,
		pendingTasksCount: tasks.filter(isPending).length,
		attributes: instance.attributes.map((attribute) => ({ ...attribute })),
		registeredAt: date(instance.registeredAt),
		attachments: [],
		tags: [],
	};
}

/** Of ports AWS lists those that are taken, but not those that the host chose (ECS API reference, PortMapping.hostPort). */
function remaining(world: World, instance: ContainerInstanceState): Resource[] {
	const asked = tasksOn(world, instance).flatMap((task) => portsAsked(taskDefinitionOf(world, task)));
	const taken = (protocol: string): string[] => {
		const fixed = asked.filter((port: PortBinding) => port.hostPort > 0 && port.protocol === protocol);
		return [...(protocol === 'tcp' ? AGENT_PORTS : []), ...fixed.map(({ hostPort }) => hostPort)].map(String);
	};
	return resources(remainingOn(world, instance), taken('tcp'), taken('udp'));
}

function resources(
	{ cpu, memory }: { readonly cpu: number; readonly memory: number },
	tcp: string[],
	udp: string[],
): Resource[] {
	const none = { doubleValue: 0, longValue: 0, integerValue: 0 };
	return [
		{ ...none, name: 'CPU', type: 'INTEGER', integerValue: cpu },
		{ ...none, name: 'MEMORY', type: 'INTEGER', integerValue: memory },
		{ ...none, name: 'PORTS', type: 'STRINGSET', stringSetValue: tcp },
		{ ...none, name: 'PORTS_UDP', type: 'STRINGSET', stringSetValue: udp },
	];
}
