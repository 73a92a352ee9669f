import type { Behaviour, CpuBurst } from '../world/behaviour.ts';
import { MINUTE, SECOND } from '../world/clock.ts';
import type { ContainerState } from '../world/container.ts';
import { unit } from '../world/noise.ts';
import { seedOf } from '../world/random.ts';

/** CPU units of one vCPU (ECS task size). */
const UNITS_PER_VCPU = 1024;
/** How finely a minute with bursts in it is looked at. */
const SLOT = 5 * SECOND;

/** CPU units that a container wants at a time (epoch ms) while it answers `requests` a second. */
export function cpuDemand(
	{ idleCpu, cpuPerRequest, cpuBurst }: Behaviour,
	{ containerArn, startedAt }: Pick<ContainerState, 'containerArn' | 'startedAt'>,
	requests: number,
	at: number,
): number {
	const life = (at - (startedAt ?? at)) / SECOND;
	const burst =
		cpuBurst && isBursting(cpuBurst, life - cpuBurst.every * unit(seedOf(containerArn), 4)) ? cpuBurst.units : 0;
	return idleCpu + burst + (requests * cpuPerRequest * UNITS_PER_VCPU) / 1000;
}

function isBursting({ from, every, for: length }: CpuBurst, life: number): boolean {
	return life >= from && (life - from) % every < length;
}

/** The times (epoch ms) to look at to know a minute: its start where nobody works in bursts. */
export function slotsOf(behaviours: readonly Behaviour[], minute: number): number[] {
	if (!behaviours.some(({ cpuBurst }) => cpuBurst)) return [minute];
	return Array.from({ length: MINUTE / SLOT }, (_, slot) => minute + slot * SLOT);
}
