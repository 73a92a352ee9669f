import { instancesFor } from './capacity.ts';
import type { ContainerInstance } from './container-instance.ts';
import { fitOn, takesTasks } from './instance-room.ts';
import { percentToStopOne, rollingBounds } from './rolling-bounds.ts';
import type { Service } from './service.ts';
import type { TaskNeeds } from './task-needs.ts';

/** Why the tasks of a new revision will never find a place beside the old ones. */
export type PortDeadlock = {
	/** `80`, `53/udp` */
	readonly port: string;
	/** Those that take tasks and have the port taken: they would have room otherwise. */
	readonly instances: readonly ContainerInstance[];
	/** minimumHealthyPercent as it is, and the most that lets one old task stop first. */
	readonly min: number;
	readonly most: number;
};

/**
 * A new task that wants the port of the old one finds no place beside it, and where no old one may stop first it never
 * will: ECS goes on trying.
 */
export function portDeadlock(
	service: Service,
	all: readonly ContainerInstance[],
	{ old, next }: { readonly old: TaskNeeds; readonly next: TaskNeeds },
): PortDeadlock | undefined {
	const bounds = rollingBounds(service);
	const { desiredCount } = service;
	if (!bounds || desiredCount === 0 || bounds.lower < desiredCount) return undefined;
	const kept = portsOf(old);
	const port = portsOf(next).find((one) => kept.includes(one));
	if (port === undefined) return undefined;
	const fits = instancesFor(service, all)
		.filter(takesTasks)
		.map((instance) => fitOn(instance, next));
	const instances = fits.filter(({ lack }) => lack?.kind === 'port').map(({ instance }) => instance);
	if (instances.length === 0 || fits.some(({ tasks }) => tasks > 0)) return undefined;
	return { port, instances, min: bounds.min, most: percentToStopOne(desiredCount) };
}

function portsOf({ hostPorts, hostUdpPorts }: TaskNeeds): readonly string[] {
	return [...hostPorts, ...hostUdpPorts.map((port) => `${port}/udp`)];
}
