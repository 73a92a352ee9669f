import { average, type MetricBook, type MetricName, minuteAt } from '../load/metric-book.ts';
import { MINUTE } from '../world/clock.ts';
import type { ScalableTargetState, ScalingPolicyState } from '../world/scaling.ts';

/** An alarm that Application Auto Scaling made for a target-tracking policy. */
export type TrackingAlarm = {
	readonly name: string;
	readonly direction: 'high' | 'low';
	readonly target: ScalableTargetState;
	readonly policy: ScalingPolicyState;
	readonly metric: MetricName;
	/** Percent, or requests a minute. */
	readonly threshold: number;
	/** One-minute periods in a row that must all breach. */
	readonly evaluationPeriods: number;
};

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** A state, and the data it was found from, newest first. */
export type AlarmReading = { readonly state: AlarmState; readonly datapoints: readonly Datapoint[] };

/** The average of a minute that starts at `at` (epoch ms), over as many tasks. */
export type Datapoint = { readonly at: number; readonly value: number; readonly tasks: number };

const HIGH_PERIODS = 3;
const LOW_PERIODS = 15;
/** Scaling in begins below this share of the target, so that it does not swing. */
const LOW_SHARE = 0.9;
/** A minute's data is seen when it has been published: one minute after it ended. */
const PUBLICATION = 2 * MINUTE;

/** The alarms of a policy: high first; none for a metric that is not measured, no low one without scaling in. */
export function alarmsOf(target: ScalableTargetState, policy: ScalingPolicyState): readonly TrackingAlarm[] {
	const { TargetValue, DisableScaleIn = false } = policy.configuration;
	const metric = metricOf(policy);
	if (metric === undefined) return [];
	return policy.alarmNames.flatMap((name, index): TrackingAlarm[] => {
		const common = { name, target, policy, metric };
		if (index === 0) {
			return [{ ...common, direction: 'high', threshold: TargetValue, evaluationPeriods: HIGH_PERIODS }];
		}
		if (DisableScaleIn) return [];
		return [{ ...common, direction: 'low', threshold: TargetValue * LOW_SHARE, evaluationPeriods: LOW_PERIODS }];
	});
}

/** The metric a policy follows, as far as it is one that services have. */
function metricOf({ configuration }: ScalingPolicyState): MetricName | undefined {
	const type = configuration.PredefinedMetricSpecification?.PredefinedMetricType ?? '';
	if (type.startsWith('ECSServiceAverageCPUUtilization')) return 'CPUUtilization';
	if (type.startsWith('ECSServiceAverageMemoryUtilization')) return 'MemoryUtilization';
	return type === 'ALBRequestCountPerTarget' ? 'RequestCountPerTarget' : undefined;
}

/** What the alarm says at `now` (epoch ms), from the recorded metrics alone. */
export function readAlarm(book: MetricBook, alarm: TrackingAlarm, now: number): AlarmReading {
	return evaluate(book, alarm, newestMinute(now));
}

function newestMinute(now: number): number {
	return Math.floor((now - PUBLICATION) / MINUTE) * MINUTE;
}

function evaluate(book: MetricBook, alarm: TrackingAlarm, minute: number): AlarmReading {
	const datapoints = dataOf(book, alarm, minute);
	if (datapoints.length === 0) return { state: 'INSUFFICIENT_DATA', datapoints };
	const isAlarm =
		datapoints.length === alarm.evaluationPeriods && datapoints.every(({ value }) => breaches(alarm, value));
	return { state: isAlarm ? 'ALARM' : 'OK', datapoints };
}

function breaches({ direction, threshold }: TrackingAlarm, value: number): boolean {
	return direction === 'high' ? value > threshold : value < threshold;
}

/** The data that an evaluation at `newest` looks at, newest first. */
function dataOf(
	book: MetricBook,
	{ target, metric, evaluationPeriods }: TrackingAlarm,
	newest: number,
): readonly Datapoint[] {
	const datapoints: Datapoint[] = [];
	for (let period = 0; period < evaluationPeriods; period++) {
		const at = newest - period * MINUTE;
		const set = minuteAt(book, target.serviceArn, metric, at);
		const tasks = minuteAt(book, target.serviceArn, 'CPUUtilization', at)?.sampleCount;
		if (set !== undefined && tasks !== undefined) datapoints.push({ at, value: average(set), tasks });
	}
	return datapoints;
}
