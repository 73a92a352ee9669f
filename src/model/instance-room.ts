import type { ContainerInstance } from './container-instance.ts';
import { memoryWords } from './size-words.ts';
import type { TaskNeeds } from './task-needs.ts';

/** How many more tasks fit on some instances. */
export type InstanceRoom = {
	readonly tasks: number;
	/** Instances that have room for one at least. */
	readonly instances: number;
	/** What the others lack, most frequent first: `1024 CPU units and 2 GB free`, `port 80 free`, `the attribute ecs.capability.task-eni`. */
	readonly lacking: readonly string[];
};

/**
 * Fits tasks onto the instances that take any: the scheduler asks for attributes, ports, CPU units and memory (ECS
 * developer guide, task placement). Network interfaces and placement constraints are not looked at.
 */
export function roomOn(instances: readonly ContainerInstance[], needs: TaskNeeds): InstanceRoom {
	const looked = instances.filter(takesTasks).map((instance) => roomOf(instance, needs));
	const fitting = looked.filter(({ tasks }) => tasks > 0);
	const lacking = Map.groupBy(
		looked.flatMap((one) => one.lacks ?? []),
		(what) => what,
	);
	return {
		tasks: fitting.reduce((sum, { tasks }) => sum + tasks, 0),
		instances: fitting.length,
		lacking: [...lacking].toSorted(([, one], [, other]) => other.length - one.length).map(([what]) => what),
	};
}

/** ECS places nothing on an instance that drains, or whose agent it cannot reach. */
export function takesTasks({ status, agentConnected }: ContainerInstance): boolean {
	return status === 'ACTIVE' && agentConnected;
}

type Room = { readonly tasks: number; readonly lacks?: string };

function roomOf({ remaining, attributes }: ContainerInstance, needs: TaskNeeds): Room {
	const missing = needs.attributes.find(
		({ name, value }) => !attributes.some((one) => one.name === name && (value === undefined || one.value === value)),
	);
	if (missing) return { tasks: 0, lacks: `the attribute ${missing.name}` };
	const taken =
		needs.hostPorts.find((port) => remaining.takenPorts.includes(port)) ??
		needs.hostUdpPorts.find((port) => remaining.takenUdpPorts.includes(port));
	if (taken !== undefined) return { tasks: 0, lacks: `port ${taken} free` };
	const times = Math.min(fits(remaining.cpu, needs.cpu), fits(remaining.memory, needs.memory));
	// Two copies cannot have the same port of one host.
	const most = needs.hostPorts.length + needs.hostUdpPorts.length > 0 ? 1 : Number.POSITIVE_INFINITY;
	return times > 0
		? { tasks: Math.min(times, most) }
		: { tasks: 0, lacks: `${needs.cpu} CPU units and ${memoryWords(needs.memory)} free` };
}

function fits(free: number, needed: number): number {
	return needed > 0 ? Math.max(0, Math.floor(free / needed)) : Number.POSITIVE_INFINITY;
}
