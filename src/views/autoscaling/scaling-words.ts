import { latestValue, type ServiceMetrics } from '../../model/metrics.ts';
import type { ScalableTarget, ScalingPolicy } from '../../model/scaling.ts';
import { isPercent, metricWords } from '../service/scaling-section.ts';

/** What the newest minute of a policy's metric is, percent; undefined when there is no data or it is another metric. */
function policyMetric({ metricType }: ScalingPolicy, metrics: ServiceMetrics | undefined): number | undefined {
	if (metricType?.startsWith('ECSServiceAverageCPUUtilization')) return latestValue(metrics?.cpu);
	if (metricType?.startsWith('ECSServiceAverageMemoryUtilization')) return latestValue(metrics?.memory);
	return undefined;
}

/**
 * How many tasks bring a metric to its target: running tasks times how far it is from it, rounded up
 * (Application Auto Scaling user guide, target tracking: the capacity that keeps the metric at or near the target).
 */
function wantedTasks(running: number, now: number, target: number): number {
	return Math.ceil((running * now) / target);
}

/** `CPU is at 88 % with a target of 60 %: it wants 6 tasks; the maximum is 5.` */
export function policySentence(
	policy: ScalingPolicy,
	{
		metrics,
		running,
		bounds,
	}: { readonly metrics: ServiceMetrics | undefined; readonly running: number; readonly bounds: ScalableTarget },
): string {
	const { targetValue, metricType, policyType } = policy;
	if (targetValue === undefined) return `${policyType}: it scales in steps, not towards a target.`;
	const metric = metricWords(metricType);
	const unit = isPercent(metricType) ? ' %' : '';
	if (running === 0)
		return `Target ${targetValue}${unit} for ${metric}: no metrics while no task runs, so it changes nothing.`;
	const now = policyMetric(policy, metrics);
	if (now === undefined) {
		const why = isPercent(metricType) ? 'there is no data, so it does nothing' : 'deckwatch does not read this metric';
		return `Target ${targetValue}${unit} for ${metric}: ${why}.`;
	}
	const wanted = wantedTasks(running, now, targetValue);
	const bound =
		wanted > bounds.maxCapacity
			? `; the maximum is ${bounds.maxCapacity}`
			: wanted < bounds.minCapacity
				? `; the minimum is ${bounds.minCapacity}`
				: '';
	const subject = metric === 'CPU' ? metric : `${metric.charAt(0).toUpperCase()}${metric.slice(1)}`;
	return `${subject} is at ${Math.round(now)} % with a target of ${targetValue} %: it wants ${count(wanted)}${bound}.`;
}

function count(tasks: number): string {
	return `${tasks} ${tasks === 1 ? 'task' : 'tasks'}`;
}
