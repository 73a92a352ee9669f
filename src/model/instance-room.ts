import type { ContainerInstance } from './container-instance.ts';
import { memoryWords } from './size-words.ts';
import type { Attribute, TaskNeeds } from './task-needs.ts';

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
	const looked = instances.filter(takesTasks).map((instance) => fitOn(instance, needs));
	const fitting = looked.filter(({ tasks }) => tasks > 0);
	const lacking = Map.groupBy(
		looked.flatMap(({ tasks, lack }) => (tasks === 0 && lack ? [lack.words] : [])),
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

/** What one instance has for tasks. */
export type Fit = {
	readonly instance: ContainerInstance;
	readonly tasks: number;
	/** What keeps the next one off it, of which it would need `words`. Of CPU and memory, the scarcer one. */
	readonly lack?: Lack;
};

export type Lack = { readonly kind: 'attribute' | 'port' | 'cpu' | 'memory'; readonly words: string };

/** How many tasks one instance takes as it is; whether it takes any (`takesTasks`) is another question. */
export function fitOn(instance: ContainerInstance, needs: TaskNeeds): Fit {
	const { remaining, attributes } = instance;
	const missing = missingAttribute(attributes, needs);
	if (missing !== undefined) return lacking(instance, 'attribute', `the attribute ${missing}`);
	const taken =
		needs.hostPorts.find((port) => remaining.takenPorts.includes(port)) ??
		needs.hostUdpPorts.find((port) => remaining.takenUdpPorts.includes(port));
	if (taken !== undefined) return lacking(instance, 'port', `port ${taken} free`);
	const times = timesIn(remaining, needs);
	const isCpu = fits(remaining.cpu, needs.cpu) < fits(remaining.memory, needs.memory);
	const lack: Lack = {
		kind: isCpu ? 'cpu' : 'memory',
		words: `${needs.cpu} CPU units and ${memoryWords(needs.memory)} free`,
	};
	return { instance, tasks: times, lack };
}

/** How many tasks a new instance of this kind takes; undefined where it is not told how large it is. */
export function fitOnNew({ registered, attributes }: ContainerInstance, needs: TaskNeeds): number | undefined {
	if (!registered) return undefined;
	return missingAttribute(attributes, needs) === undefined ? timesIn(registered, needs) : 0;
}

function missingAttribute(attributes: readonly Attribute[], needs: TaskNeeds): string | undefined {
	return needs.attributes.find(
		({ name, value }) => !attributes.some((one) => one.name === name && (value === undefined || one.value === value)),
	)?.name;
}

function lacking(instance: ContainerInstance, kind: Lack['kind'], words: string): Fit {
	return { instance, tasks: 0, lack: { kind, words } };
}

function timesIn(free: { readonly cpu: number; readonly memory: number }, needs: TaskNeeds): number {
	// Two copies cannot have the same port of one host.
	const most = needs.hostPorts.length + needs.hostUdpPorts.length > 0 ? 1 : Number.POSITIVE_INFINITY;
	return Math.min(most, fits(free.cpu, needs.cpu), fits(free.memory, needs.memory));
}

function fits(free: number, needed: number): number {
	return needed > 0 ? Math.max(0, Math.floor(free / needed)) : Number.POSITIVE_INFINITY;
}
