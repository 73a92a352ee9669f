import type { Attachment, Container, KeyValuePair, NetworkBinding, Task, TaskOverride } from '@aws-sdk/client-ecs';
import type { ContainerState } from '../../world/container.ts';
import { containerDefinitionOf } from '../../world/lifecycle/task-definition-of.ts';
import type { NetworkInterface, TaskState } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { date } from '../date.ts';

/** A task as DescribeTasks gives it, without its tags. */
export function taskShape(world: World, task: TaskState): Task {
	return {
		taskArn: task.taskArn,
		clusterArn: task.clusterArn,
		taskDefinitionArn: task.taskDefinitionArn,
		group: task.group,
		startedBy: task.startedBy,
		lastStatus: task.lastStatus,
		desiredStatus: task.desiredStatus,
		healthStatus: task.healthStatus,
		cpu: task.cpu,
		memory: task.memory,
		launchType: task.capacityProviderName === undefined ? (task.launchType as Task['launchType']) : undefined,
		capacityProviderName: task.capacityProviderName,
		containerInstanceArn: task.containerInstanceArn,
		platformVersion: task.platformVersion,
		platformFamily: task.platformFamily,
		availabilityZone: task.availabilityZone,
		connectivity: task.connectivity,
		connectivityAt: date(task.connectivityAt),
		enableExecuteCommand: task.enableExecuteCommand,
		createdAt: date(task.createdAt),
		pullStartedAt: date(task.pullStartedAt),
		pullStoppedAt: date(task.pullStoppedAt),
		startedAt: date(task.startedAt),
		stoppingAt: date(task.stoppingAt),
		executionStoppedAt: date(task.executionStoppedAt),
		stoppedAt: date(task.stoppedAt),
		stopCode: task.stopCode,
		stoppedReason: task.stoppedReason,
		version: task.version,
		attributes: [{ name: 'ecs.cpu-architecture', value: architectureOf(world, task) }],
		attachments: attachments(task),
		containers: task.containers.map((container) => containerShape(world, task, container)),
		overrides: overridesOf(task),
		inferenceAccelerators: [],
		...(task.launchType === 'FARGATE' && {
			ephemeralStorage: { sizeInGiB: 20 },
			fargateEphemeralStorage: { sizeInGiB: 20 },
		}),
	};
}

function overridesOf({ overrides, containers }: TaskState): TaskOverride {
	const given = overrides?.containerOverrides ?? [];
	return {
		inferenceAcceleratorOverrides: [],
		...overrides,
		containerOverrides: containers.map(({ name }) => ({ ...given.find((each) => each.name === name), name })),
	};
}

function architectureOf(world: World, task: TaskState): string {
	const platform = world.taskDefinitions.get(task.taskDefinitionArn)?.runtimePlatform;
	return platform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'x86_64';
}

function containerShape(world: World, task: TaskState, container: ContainerState): Container {
	const { cpu, memory, memoryReservation } = containerDefinitionOf(world, task, container.name);
	const { networkInterface } = task;
	return {
		containerArn: container.containerArn,
		taskArn: task.taskArn,
		name: container.name,
		image: container.image,
		imageDigest: container.imageDigest,
		runtimeId: container.runtimeId,
		lastStatus: container.lastStatus,
		exitCode: container.exitCode,
		reason: container.reason,
		healthStatus: container.healthStatus,
		networkBindings: container.lastStatus === 'RUNNING' ? bindingsOf(task, container) : [],
		networkInterfaces: isKnown(networkInterface)
			? [{ attachmentId: networkInterface.attachmentId, privateIpv4Address: networkInterface.privateIpv4Address }]
			: [],
		...(task.enableExecuteCommand && {
			managedAgents: [
				{
					name: 'ExecuteCommandAgent',
					lastStatus: container.lastStatus,
					lastStartedAt: date(container.startedAt),
				},
			],
		}),
		cpu: String(cpu ?? 0),
		memory: memory === undefined ? undefined : String(memory),
		memoryReservation: memoryReservation === undefined ? undefined : String(memoryReservation),
	};
}

function bindingsOf({ portBindings }: TaskState, { name }: ContainerState): NetworkBinding[] {
	return portBindings
		.filter(({ containerName }) => containerName === name)
		.map(({ containerPort, hostPort, protocol }) => ({
			bindIP: '0.0.0.0',
			containerPort,
			hostPort,
			protocol: protocol as 'tcp' | 'udp',
		}));
}

/** Until it is attached, AWS tells no more of an interface than its subnet. */
function isKnown(networkInterface: NetworkInterface | undefined): networkInterface is NetworkInterface {
	return networkInterface !== undefined && networkInterface.status !== 'PRECREATED';
}

function attachments({ networkInterface, subnetId }: TaskState): Attachment[] {
	if (!networkInterface || subnetId === undefined) return [];
	const { networkInterfaceId, macAddress, privateDnsName, privateIpv4Address } = networkInterface;
	const details: Readonly<Record<string, string>> = {
		subnetId,
		...(isKnown(networkInterface) && {
			networkInterfaceId,
			macAddress,
			privateDnsName,
			privateIPv4Address: privateIpv4Address,
		}),
	};
	return [
		{
			id: networkInterface.attachmentId,
			type: 'ElasticNetworkInterface',
			status: networkInterface.status,
			details: Object.entries(details).map(([name, value]): KeyValuePair => ({ name, value })),
		},
	];
}
