import type { TaskDefinitionState } from '../task-definition.ts';

/** A port of a container on its host; 0 is one that the host chooses. */
export type PortBinding = {
	readonly containerName: string;
	readonly containerPort: number;
	readonly hostPort: number;
	readonly protocol: string;
};

/** Linux gives ports out of this range (ECS API reference, PortMapping.hostPort). */
const EPHEMERAL = { first: 32_768, last: 60_999 };

/** The ports of the host that a task asks for: none where it has an interface of its own. */
export function portsAsked({ networkMode, containerDefinitions }: TaskDefinitionState): PortBinding[] {
	if (networkMode !== 'bridge' && networkMode !== 'host') return [];
	return containerDefinitions.flatMap(({ name, portMappings = [] }) =>
		portMappings.map(({ containerPort, hostPort = 0, protocol = 'tcp' }) => ({
			containerName: name,
			containerPort,
			hostPort: networkMode === 'host' ? containerPort : hostPort,
			protocol,
		})),
	);
}

/** Gives those that are the host's to choose the lowest ports that nobody has. */
export function bindPorts(asked: readonly PortBinding[], taken: readonly PortBinding[]): PortBinding[] {
	const used = new Set([...taken, ...asked].map(keyOf));
	return asked.map((port) => {
		if (port.hostPort !== 0) return port;
		for (let hostPort = EPHEMERAL.first; hostPort <= EPHEMERAL.last; hostPort++) {
			const bound = { ...port, hostPort };
			if (used.has(keyOf(bound))) continue;
			used.add(keyOf(bound));
			return bound;
		}
		return port;
	});
}

/** `80/tcp` */
export function keyOf({ hostPort, protocol }: Pick<PortBinding, 'hostPort' | 'protocol'>): string {
	return `${hostPort}/${protocol}`;
}
