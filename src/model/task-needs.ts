import { cpuUnits, mebibytes } from './fargate-sizes.ts';

/** A capability or trait of an instance, `ecs.cpu-architecture` = `arm64`. */
export type Attribute = { readonly name: string; readonly value?: string };

/** What one task of a revision takes from where it runs. */
export type TaskNeeds = {
	/** CPU units and MiB that are reserved for it. */
	readonly cpu: number;
	readonly memory: number;
	readonly networkMode: string;
	/** Ports of the host that it must have for itself. */
	readonly hostPorts: readonly string[];
	readonly hostUdpPorts: readonly string[];
	/** Attributes that an instance must have. */
	readonly attributes: readonly Attribute[];
	/** `X86_64` or `ARM64`; `LINUX` or a Windows. */
	readonly architecture: string;
	readonly operatingSystem: string;
	/** GiB beyond those that every Fargate task has. */
	readonly extraStorage: number;
	readonly gpus: boolean;
	/** It says itself on which instances it may run. */
	readonly constrained: boolean;
};

/** GiB of ephemeral storage that a Fargate task has anyway (ECS API reference, EphemeralStorage). */
const STORAGE = 20;

type Port = { readonly containerPort?: number; readonly hostPort?: number; readonly protocol?: string };

type Container = {
	readonly cpu?: number;
	readonly memory?: number;
	readonly memoryReservation?: number;
	readonly portMappings?: readonly Port[];
	readonly resourceRequirements?: readonly { readonly type?: string }[];
};

/** The members that are read here of a task definition as AWS's own JSON. */
type Document = {
	readonly cpu?: string;
	readonly memory?: string;
	readonly networkMode?: string;
	readonly containerDefinitions?: readonly Container[];
	readonly requiresAttributes?: readonly Attribute[];
	readonly placementConstraints?: readonly unknown[];
	readonly runtimePlatform?: { readonly cpuArchitecture?: string; readonly operatingSystemFamily?: string };
	readonly ephemeralStorage?: { readonly sizeInGiB?: number };
};

/**
 * Reads it out of a task definition. Where the task has no size of its own, its containers' are added up: of memory what
 * is reserved, else the limit (ECS API reference, ContainerDefinition).
 */
export function taskNeeds(document: Readonly<Record<string, unknown>>): TaskNeeds {
	const definition = document as Document;
	const containers = definition.containerDefinitions ?? [];
	const { networkMode = 'bridge', runtimePlatform, ephemeralStorage, placementConstraints = [] } = definition;
	const ports = containers.flatMap(({ portMappings = [] }) => portMappings);
	const hostPorts = (protocol: string) =>
		ports
			.filter((port) => (port.protocol ?? 'tcp') === protocol)
			.map((port) => hostPort(port, networkMode))
			.filter((port) => port > 0)
			.map(String);
	return {
		cpu: definition.cpu === undefined ? sum(containers, ({ cpu }) => cpu) : cpuUnits(definition.cpu),
		memory:
			definition.memory === undefined
				? sum(containers, ({ memory, memoryReservation }) => memoryReservation ?? memory)
				: mebibytes(definition.memory),
		networkMode,
		hostPorts: hostPorts('tcp'),
		hostUdpPorts: hostPorts('udp'),
		attributes: definition.requiresAttributes ?? [],
		architecture: runtimePlatform?.cpuArchitecture ?? 'X86_64',
		operatingSystem: runtimePlatform?.operatingSystemFamily ?? 'LINUX',
		extraStorage: Math.max(0, (ephemeralStorage?.sizeInGiB ?? STORAGE) - STORAGE),
		gpus: containers.some(({ resourceRequirements = [] }) => resourceRequirements.length > 0),
		constrained: placementConstraints.length > 0,
	};
}

/** 0 for a port that the host chooses, and where the task has addresses of its own. */
function hostPort({ containerPort = 0, hostPort: given = 0 }: Port, networkMode: string): number {
	if (networkMode === 'host') return given || containerPort;
	return networkMode === 'awsvpc' ? 0 : given;
}

function sum(containers: readonly Container[], of: (container: Container) => number | undefined): number {
	return containers.reduce((total, container) => total + (of(container) ?? 0), 0);
}
