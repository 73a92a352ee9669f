import type { ServiceScaling, TrackingConfiguration } from '../../model/scaling.ts';

/** What a target can be set for. */
export const METRICS = ['cpu', 'memory', 'requests'] as const;

/** `cpu`, `memory` or `requests`. */
export type Metric = (typeof METRICS)[number];

/** A target-tracking policy, whole. */
export type Tracking = { readonly policyName: string; readonly configuration: TrackingConfiguration };

/** AWS's names of the predefined metrics, and ours. */
const PREDEFINED: Readonly<Record<Metric, { readonly type: string; readonly words: string; readonly unit: string }>> = {
	cpu: { type: 'ECSServiceAverageCPUUtilization', words: 'CPU', unit: ' %' },
	memory: { type: 'ECSServiceAverageMemoryUtilization', words: 'memory', unit: ' %' },
	requests: { type: 'ALBRequestCountPerTarget', words: 'requests per target', unit: ' a minute' },
};

/** AWS's own, when a policy of an ECS service names none (Application Auto Scaling user guide, cooldown periods). */
export const DEFAULT_COOLDOWN = 300;

/** `ECSServiceAverageCPUUtilization` (Application Auto Scaling API reference, PredefinedMetricSpecification). */
export function metricType(metric: Metric): string {
	return PREDEFINED[metric].type;
}

/** `CPU` */
export function metricWords(metric: Metric): string {
	return PREDEFINED[metric].words;
}

/** `60 %`, `1000 a minute` */
export function valueWords(metric: Metric, value: number): string {
	return `${value}${PREDEFINED[metric].unit}`;
}

/** The predefined metric that a policy follows, in high resolution or not; undefined for one that somebody made up. */
export function metricOf({ configuration }: Tracking): Metric | undefined {
	const predefined = configuration['PredefinedMetricSpecification'] as { PredefinedMetricType?: unknown } | undefined;
	const type = predefined?.PredefinedMetricType;
	if (typeof type !== 'string') return undefined;
	return METRICS.find((metric) => type === metricType(metric) || type === `${metricType(metric)}HighResolution`);
}

/** A number of a policy: `TargetValue`, `ScaleInCooldown` … */
export function setting(configuration: TrackingConfiguration, member: string): number | undefined {
	const value = configuration[member];
	return typeof value === 'number' ? value : undefined;
}

/** The target-tracking policies of a service. */
export function trackingOf(scaling: ServiceScaling | undefined): readonly Tracking[] {
	return (scaling?.policies ?? []).flatMap(({ policyName, configuration }) =>
		configuration ? [{ policyName, configuration }] : [],
	);
}
