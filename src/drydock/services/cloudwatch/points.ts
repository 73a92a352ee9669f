import type { Metric } from '@aws-sdk/client-cloudwatch';
import { asMetricName, type Look, NAMESPACE, periods, serviceMeasured, type PeriodStatistics } from './look.ts';
import { USAGE_NAMESPACE, usagePeriods } from './usage.ts';

/** The data of any metric by periods (seconds) that start in [from, to) (epoch ms), oldest first; none of an unknown one. */
export function pointsOf(
	look: Look,
	metric: Metric,
	range: { readonly from: number; readonly to: number; readonly periodSeconds: number },
): PeriodStatistics[] {
	const { Namespace, MetricName, Dimensions = [] } = metric;
	if (Namespace === USAGE_NAMESPACE) return usagePeriods(look, metric, range);
	const name = asMetricName(MetricName);
	const service = Namespace === NAMESPACE ? serviceMeasured(look, Dimensions) : undefined;
	return name && service ? periods(look, service, name, range) : [];
}
