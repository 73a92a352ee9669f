import type { ScalableTarget, ServiceScaling } from '../../model/scaling.ts';
import { metricOf, metricWords, setting, type Tracking, trackingOf, valueWords } from './tracking.ts';

/** How a service is scaled: what can be changed of it. */
export type Autoscaling = {
	readonly min: number;
	readonly max: number;
	readonly suspended: ScalableTarget['suspended'];
	readonly tracking: readonly Tracking[];
};

/** As AWS has it; undefined when the service is not registered with Application Auto Scaling. */
export function autoscalingOf(scaling: ServiceScaling | undefined): Autoscaling | undefined {
	if (!scaling) return undefined;
	const { minCapacity, maxCapacity, suspended } = scaling.target;
	return { min: minCapacity, max: maxCapacity, suspended, tracking: trackingOf(scaling) };
}

/** `tracks CPU at 60 %, between 2 and 8 tasks; scale-in is off` */
export function autoscalingWords(autoscaling: Autoscaling | undefined): string {
	if (!autoscaling) return 'has no autoscaling';
	const { min, max, suspended, tracking } = autoscaling;
	const targets = tracking.flatMap((policy) => {
		const metric = metricOf(policy);
		const value = setting(policy.configuration, 'TargetValue');
		return metric && value !== undefined ? [`${metricWords(metric)} at ${valueWords(metric, value)}`] : [];
	});
	const off = [
		...(suspended.scaleIn ? ['scale-in'] : []),
		...(suspended.scaleOut ? ['scale-out'] : []),
		...(suspended.scheduled ? ['scheduled scaling'] : []),
	];
	const between = `between ${min} and ${max} tasks`;
	const what = targets.length > 0 ? `tracks ${targets.join(', ')}, ${between}` : `is kept ${between}`;
	return `${what}${off.length === 0 ? '' : `; ${off.join(' and ')} ${off.length === 1 ? 'is' : 'are'} off`}`;
}
