import type { MetricSeries } from '../model/metrics.ts';
import { cpuTarget } from '../model/scaling.ts';
import type { Beginning, Evidence, Symptom } from './evidence.ts';

/** Target tracking would want more tasks than it may have: at the maximum, with CPU over its target. */
export function atCeiling({ service, scaling, metrics }: Evidence): Symptom | undefined {
	const target = cpuTarget(scaling ?? undefined);
	if (!scaling || !metrics || target === undefined || service.desiredCount < scaling.target.maxCapacity)
		return undefined;
	const lately = metrics.cpu.values.slice(-5).filter((value) => value !== null);
	const newest = lately.at(-1);
	// One minute over the target is noise: it takes three of the last five.
	if (newest === undefined || lately.filter((value) => value > target).length < 3) return undefined;
	const cpu = `CPU at ${Math.round(newest)} % (target ${target} %)`;
	return {
		reason: `at its scaling maximum of ${scaling.target.maxCapacity} with ${cpu}`,
		...overSince(metrics.cpu, target),
	};
}

/** When CPU came over the target, but for a minute now and then; a series that begins over it may not show it. */
function overSince({ startedAt, periodMs, values }: MetricSeries, target: number): Beginning {
	const known = values.flatMap((value, index) => (value === null ? [] : [{ over: value > target, index }]));
	let first = known.length - 1;
	for (let at = first; at >= 0 && (known[at]?.over || known[at + 1]?.over || known[at - 1]?.over); at--) {
		if (known[at]?.over) first = at;
	}
	const isAtEdge = first === 0;
	return {
		since: startedAt + (isAtEdge ? 0 : (known[first]?.index ?? 0)) * periodMs,
		...(isAtEdge && { mayBeOlder: true }),
	};
}
