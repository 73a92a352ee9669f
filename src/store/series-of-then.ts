import type { MetricSeries, ServiceMetrics } from '../model/metrics.ts';
import type { Resource } from '../model/resource.ts';
import type { Picture } from './picture.ts';

type Series = Picture['metrics'];

/**
 * Makes what gives a picture of the past the series it has none of. CloudWatch keeps them: those of the present, up to
 * then, are those of then. The same inputs give the same object, so that rows memoise on it.
 */
export function createSeriesOfThen(): (then: Picture, present: Picture, time: number) => Picture {
	let last: { readonly of: readonly unknown[]; readonly made: Picture } | undefined;
	return (then, present, time) => {
		const of = [then, present.metrics, present.longMetrics, time];
		if (last?.of.every((part, index) => part === of[index])) return last.made;
		const made = {
			...then,
			metrics: filled(then.metrics, present.metrics, time),
			longMetrics: filled(then.longMetrics, present.longMetrics, time),
		};
		last = { of, made };
		return made;
	};
}

function filled(then: Series, present: Series, time: number): Series {
	const lacking = Object.entries(present).filter(([arn]) => then[arn]?.value === undefined);
	const found = lacking.flatMap(([arn, resource]) => {
		const known = resourceUpTo(resource, time);
		return known ? [[arn, known] as const] : [];
	});
	return { ...then, ...Object.fromEntries(found) };
}

function resourceUpTo({ value, readAt }: Resource<ServiceMetrics>, time: number): Resource<ServiceMetrics> | undefined {
	if (!value) return undefined;
	const [cpu, memory] = [upTo(value.cpu, time), upTo(value.memory, time)];
	if (cpu.values.length === 0 && memory.values.length === 0) return undefined;
	return { value: { cpu, memory }, readAt: Math.min(readAt ?? time, time) };
}

/** The minutes that were over by then. */
function upTo({ startedAt, periodMs, values }: MetricSeries, time: number): MetricSeries {
	const count = Math.max(0, Math.floor((time - startedAt) / periodMs));
	return { startedAt, periodMs, values: values.slice(0, count) };
}
