import type * as ecs from '@aws-sdk/client-ecs';
import type { ContainerInstance } from '../../model/container-instance.ts';
import { defined } from './defined.ts';
import { list, requiredText, text, texts } from './scalars.ts';

export function toContainerInstance(instance: ecs.ContainerInstance): ContainerInstance {
	const remaining = list(instance.remainingResources);
	const named = (name: string) => remaining.find((resource) => resource.name === name);
	return defined({
		containerInstanceArn: requiredText(instance.containerInstanceArn),
		ec2InstanceId: text(instance.ec2InstanceId),
		status: requiredText(instance.status),
		agentConnected: instance.agentConnected ?? false,
		capacityProviderName: text(instance.capacityProviderName),
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
