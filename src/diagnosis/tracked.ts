import type { MetricSeries } from '../model/metrics.ts';
import { cpuTarget, memoryTarget } from '../model/scaling.ts';
import type { Beginning, Evidence } from './evidence.ts';

/** A metric that a service is scaled by, with its target in percent. */
export type Tracked = {
	readonly metric: 'cpu' | 'memory';
	/** `CPU`, `memory` */
	readonly words: string;
	readonly target: number;
	/** Undefined where it was not read. */
	readonly series: MetricSeries | undefined;
};

/** Those of target tracking that a service's own metrics tell of. */
export function tracked({ scaling, metrics }: Evidence): readonly Tracked[] {
	const [cpu, memory] = [cpuTarget(scaling ?? undefined), memoryTarget(scaling ?? undefined)];
	return [
		...(cpu === undefined || cpu <= 0
			? []
			: [{ metric: 'cpu' as const, words: 'CPU', target: cpu, series: metrics?.cpu }]),
		...(memory === undefined || memory <= 0
			? []
			: [{ metric: 'memory' as const, words: 'memory', target: memory, series: metrics?.memory }]),
	];
}

/** That a metric lies beyond a level, and since when. */
export type Beyond = { readonly newest: number; readonly beginning: Beginning };

/** One minute over the target is noise: it takes three of the last five. Our own choice. */
const ENOUGH = 3;
const LATELY = 5;

/** Over a level in most of the last five minutes; undefined when it is not, or not known. */
export function beyond(series: MetricSeries | undefined, isBeyond: (value: number) => boolean): Beyond | undefined {
	const lately = series?.values.slice(-LATELY).filter((value) => value !== null) ?? [];
	const newest = lately.at(-1);
	if (!series || newest === undefined || lately.filter(isBeyond).length < ENOUGH) return undefined;
	return { newest, beginning: beginningOf(series, isBeyond) };
}

/** But for a minute now and then; a series that begins beyond it may not show when it was. */
function beginningOf({ startedAt, periodMs, values }: MetricSeries, isBeyond: (value: number) => boolean): Beginning {
	const known = values.flatMap((value, index) => (value === null ? [] : [{ over: isBeyond(value), index }]));
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
