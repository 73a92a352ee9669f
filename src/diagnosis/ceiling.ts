import { cpuTarget } from '../model/scaling.ts';
import type { Evidence, Finding } from './evidence.ts';

/** Target tracking would want more tasks than it may have: at the maximum, with CPU over its target. */
export function atCeiling({ service, scaling, metrics }: Evidence): Finding | undefined {
	const target = cpuTarget(scaling ?? undefined);
	if (!scaling || target === undefined || service.desiredCount < scaling.target.maxCapacity) return undefined;
	const lately = (metrics?.cpu.values.slice(-5) ?? []).filter((value) => value !== null);
	const newest = lately.at(-1);
	// One minute over the target is noise: it takes three of the last five.
	if (newest === undefined || lately.filter((value) => value > target).length < 3) return undefined;
	const cpu = `CPU at ${Math.round(newest)} % (target ${target} %)`;
	return { reason: `at its scaling maximum of ${scaling.target.maxCapacity} with ${cpu}` };
}
