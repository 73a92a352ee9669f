import { takesTasks } from '../../model/instance-room.ts';
import type { ContainerInstance } from '../../model/container-instance.ts';

/** Percent of what instances have that is given to tasks, as CloudWatch's CPUReservation and MemoryReservation count it. */
export type Reservation = { readonly cpu: number; readonly memory: number };

/** Undefined where it is not told how large the instances are. */
export function reservation(instances: readonly ContainerInstance[]): Reservation | undefined {
	const sums = { cpu: 0, memory: 0, freeCpu: 0, freeMemory: 0 };
	for (const { registered, remaining } of instances.filter(takesTasks)) {
		if (!registered) return undefined;
		sums.cpu += registered.cpu;
		sums.memory += registered.memory;
		sums.freeCpu += remaining.cpu;
		sums.freeMemory += remaining.memory;
	}
	if (sums.cpu === 0 || sums.memory === 0) return undefined;
	return {
		cpu: Math.round(100 * (1 - sums.freeCpu / sums.cpu)),
		memory: Math.round(100 * (1 - sums.freeMemory / sums.memory)),
	};
}
