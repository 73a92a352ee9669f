import type { Metric } from '@aws-sdk/client-cloudwatch';
import { type Look, periods, type PeriodStatistics } from './look.ts';
import { measured } from './measured.ts';
import { USAGE_NAMESPACE, usagePeriods } from './usage.ts';

/** The data of any metric by periods (seconds) that start in [from, to) (epoch ms), oldest first; none of an unknown one. */
export function pointsOf(
	look: Look,
	metric: Metric,
	range: { readonly from: number; readonly to: number; readonly periodSeconds: number },
): PeriodStatistics[] {
	if (metric.Namespace === USAGE_NAMESPACE) return usagePeriods(look, metric, range);
	const found = measured(look, metric);
	return found ? periods(look, found.arn, found.name, range) : [];
}

/** What CloudWatch says its numbers count. */
export function unitOf({ Namespace, MetricName }: Metric): 'None' | 'Count' | 'Percent' {
	if (Namespace === USAGE_NAMESPACE) return 'None';
	return MetricName === 'RequestCountPerTarget' ? 'Count' : 'Percent';
}
