import { MINUTE } from '../world/clock.ts';

/** What the tasks of a service reported in one minute, as CloudWatch keeps it: percent. */
export type StatisticSet = {
	readonly sum: number;
	readonly minimum: number;
	readonly maximum: number;
	/** One sample for each running task. */
	readonly sampleCount: number;
	/** Kept for percentiles. */
	readonly samples: readonly number[];
};

/** The metrics of the namespace AWS/ECS that every service has. */
export type ServiceMetricName = 'CPUUtilization' | 'MemoryUtilization';

/** The metric of the namespace AWS/ApplicationELB that target tracking goes by: one sample, which is the mean over the targets. */
export type RequestMetricName = 'RequestCountPerTarget';

/** Of a cluster with instances: how much of them its tasks reserve. */
export type ClusterMetricName = 'CPUReservation' | 'MemoryReservation';

/** Of a capacity provider with managed scaling, in the namespace AWS/ECS/ManagedScaling. */
export type ProviderMetricName = 'CapacityProviderReservation';

export type MetricName = ServiceMetricName | RequestMetricName | ClusterMetricName | ProviderMetricName;

/** What is known of one thing in one minute. */
export type MetricMinute = Readonly<Partial<Record<MetricName, StatisticSet>>>;

/**
 * By the ARN of the service, cluster or capacity provider, then by minute (epoch ms / MINUTE); a minute without running
 * tasks is not there.
 */
export type MetricBook = Map<string, Map<number, MetricMinute>>;

/** How far back the book goes. */
const KEPT_MINUTES = 180;

/** Writes one minute of a thing, and forgets the one that is too old. */
export function writeMinute(book: MetricBook, arn: string, minute: number, data: MetricMinute): void {
	const minutes = book.get(arn) ?? new Map<number, MetricMinute>();
	book.set(arn, minutes);
	minutes.set(minute, data);
	minutes.delete(minute - KEPT_MINUTES);
}

/** The set of some samples, or undefined of none. */
export function statisticsOf(samples: readonly number[]): StatisticSet | undefined {
	if (samples.length === 0) return undefined;
	return {
		sum: samples.reduce((sum, sample) => sum + sample, 0),
		minimum: samples.reduce((least, sample) => Math.min(least, sample)),
		maximum: samples.reduce((most, sample) => Math.max(most, sample)),
		sampleCount: samples.length,
		samples,
	};
}

/** Several sets as one, as CloudWatch does for a longer period; undefined of none. */
export function merged(sets: readonly StatisticSet[]): StatisticSet | undefined {
	return sets.length < 2 ? sets[0] : statisticsOf(sets.flatMap(({ samples }) => samples));
}

/** What is recorded of a metric in the minute that a time (epoch ms) falls into, or undefined without data. */
export function minuteAt(book: MetricBook, arn: string, metric: MetricName, at: number): StatisticSet | undefined {
	return book.get(arn)?.get(Math.floor(at / MINUTE))?.[metric];
}

/** The smallest sample that `percent` of the set's samples do not exceed. */
export function percentile({ samples }: StatisticSet, percent: number): number {
	const rank = Math.max(1, Math.ceil((percent / 100) * samples.length));
	return samples.toSorted((one, other) => one - other)[rank - 1] ?? Number.NaN;
}

/** The average over a set's samples. */
export function average({ sum, sampleCount }: StatisticSet): number {
	return sum / sampleCount;
}
