import type * as ecs from '@aws-sdk/client-ecs';
import type { ContainerInstance } from '../../model/container-instance.ts';
import { defined } from './defined.ts';
import { list, requiredText, text, texts } from './scalars.ts';

/** The attribute by which the agent tells what machine it is on (ECS developer guide, container instance attributes). */
const INSTANCE_TYPE = 'ecs.instance-type';

export function toContainerInstance(instance: ecs.ContainerInstance): ContainerInstance {
	const remaining = list(instance.remainingResources);
	const registered = list(instance.registeredResources);
	const named = (name: string) => remaining.find((resource) => resource.name === name);
	const integer = (name: string) => registered.find((resource) => resource.name === name)?.integerValue;
	const [cpu, memory] = [integer('CPU'), integer('MEMORY')];
	return defined({
		containerInstanceArn: requiredText(instance.containerInstanceArn),
		ec2InstanceId: text(instance.ec2InstanceId),
		status: requiredText(instance.status),
		agentConnected: instance.agentConnected ?? false,
		capacityProviderName: text(instance.capacityProviderName),
		instanceType: text(list(instance.attributes).find(({ name }) => name === INSTANCE_TYPE)?.value),
		runningTasksCount: instance.runningTasksCount,
		pendingTasksCount: instance.pendingTasksCount,
		registered: cpu === undefined || memory === undefined ? undefined : { cpu, memory },
		remaining: {
			cpu: named('CPU')?.integerValue ?? 0,
			memory: named('MEMORY')?.integerValue ?? 0,
			// Of ports AWS lists those that are taken, not those that remain (ECS API reference, ContainerInstance).
			takenPorts: texts(named('PORTS')?.stringSetValue),
			takenUdpPorts: texts(named('PORTS_UDP')?.stringSetValue),
		},
		attributes: list(instance.attributes).map(({ name, value }) =>
			defined({ name: requiredText(name), value: text(value) }),
		),
	});
}
