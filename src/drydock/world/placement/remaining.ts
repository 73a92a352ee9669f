import { sizeOf } from '../capacity/instance-types.ts';
import type { ContainerInstanceState } from '../container-instance.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import type { PortBinding } from './host-ports.ts';

/** What an instance has left for tasks. */
export type Remaining = {
	/** CPU units. */
	readonly cpu: number;
	/** MiB. */
	readonly memory: number;
	/** Network interfaces, its own not among them. */
	readonly interfaces: number;
	/** Ports of the host that are taken, those of the agent included. */
	readonly ports: readonly PortBinding[];
};

/** SSH, Docker, and the agent (ECS API reference, PortMapping.hostPort). */
export const AGENT_PORTS: readonly number[] = [22, 2375, 2376, 51_678, 51_679];

export function remainingOn(world: World, instance: ContainerInstanceState): Remaining {
	const { cpu, memory, interfaces } = sizeOf(instance.instanceType);
	const tasks = tasksOn(world, instance);
	const agent = AGENT_PORTS.map((hostPort) => ({ containerName: '', containerPort: 0, hostPort, protocol: 'tcp' }));
	return {
		cpu: tasks.reduce((left, task) => left - Number(task.cpu), cpu),
		memory: tasks.reduce((left, task) => left - Number(task.memory), memory),
		interfaces: interfaces - 1 - tasks.filter(({ networkInterface }) => networkInterface).length,
		ports: [...agent, ...tasks.flatMap(({ portBindings }) => portBindings)],
	};
}

/** The tasks that have something of the instance. */
export function tasksOn(world: World, { taskArns }: ContainerInstanceState): TaskState[] {
	return [...taskArns].flatMap((arn) => world.tasks.get(arn) ?? []);
}
