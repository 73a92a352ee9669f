import type { ScheduledAction } from '../../model/scaling.ts';
import { seen } from '../look.ts';
import { autoscalingOf } from './autoscaling.ts';
import { newest } from './forecast.ts';
import type { TargetSnapshot } from './target-snapshot.ts';
import { type Metric, METRICS, metricOf, setting } from './tracking.ts';

/** What a form shows before anything is typed. */
export type TargetForm = {
	readonly metrics: Readonly<Record<Metric, MetricForm>>;
	/** Undefined when the service is not registered with Application Auto Scaling. */
	readonly bounds: { readonly min: number; readonly max: number } | undefined;
	/** Whether each is on. */
	readonly scaleIn: boolean;
	readonly scaleOut: boolean;
	readonly scheduled: boolean;
	readonly desiredCount: number;
	readonly runningCount: number;
	/** Names of policies that no field of the form is about: steps, predictions, metrics that somebody made up. */
	readonly others: readonly string[];
	/** Undefined when they could not be read. */
	readonly schedules: readonly ScheduledAction[] | undefined;
};

/** Percent, or requests a minute; cooldowns in seconds. Undefined is what there is not. */
export type MetricForm = {
	readonly target: number | undefined;
	/** The newest minute. */
	readonly now: number | undefined;
	readonly scaleInCooldown: number | undefined;
	readonly scaleOutCooldown: number | undefined;
	readonly disableScaleIn: boolean;
};

/** Pure. */
export function targetForm(snapshot: TargetSnapshot): TargetForm {
	const { service, scaling, schedules } = snapshot;
	const autoscaling = autoscalingOf(scaling);
	const tracking = autoscaling?.tracking ?? [];
	const form = (metric: Metric): MetricForm => {
		const configuration = tracking.find((policy) => metricOf(policy) === metric)?.configuration ?? {};
		return {
			target: setting(configuration, 'TargetValue'),
			now: newest(snapshot, metric),
			scaleInCooldown: setting(configuration, 'ScaleInCooldown'),
			scaleOutCooldown: setting(configuration, 'ScaleOutCooldown'),
			disableScaleIn: configuration['DisableScaleIn'] === true,
		};
	};
	const covered = new Set(tracking.filter(metricOf).map(({ policyName }) => policyName));
	return {
		metrics: Object.fromEntries(METRICS.map((metric) => [metric, form(metric)])) as TargetForm['metrics'],
		bounds: autoscaling && { min: autoscaling.min, max: autoscaling.max },
		scaleIn: !autoscaling?.suspended.scaleIn,
		scaleOut: !autoscaling?.suspended.scaleOut,
		scheduled: !autoscaling?.suspended.scheduled,
		desiredCount: service.desiredCount,
		runningCount: service.runningCount,
		others: (scaling?.policies ?? []).map(({ policyName }) => policyName).filter((name) => !covered.has(name)),
		schedules: seen(schedules),
	};
}
