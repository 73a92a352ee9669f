import type { MetricSeries } from '../model/metrics.ts';
import type { Connections } from './connections.ts';
import { metricGrid, toMetricSeries } from './shapes/to-metric-series.ts';

const MINUTE = 60_000;

/**
 * RequestCountPerTarget of a target group behind a load balancer, by the minute. Its only statistic is Sum, and that is an
 * average over the targets (Elastic Load Balancing user guide, CloudWatch metrics for your Application Load Balancer).
 *
 * @param resourceLabel `app/<load balancer>/<id>/targetgroup/<target group>/<id>`
 */
export async function readRequestsPerTarget(
	connections: Connections,
	region: string,
	resourceLabel: string,
	range: { readonly from: number; readonly to: number },
	signal?: AbortSignal,
): Promise<MetricSeries> {
	const grid = metricGrid({ ...range, periodMs: MINUTE });
	const group = resourceLabel.indexOf('/targetgroup/');
	const Dimensions = [
		{ Name: 'LoadBalancer', Value: resourceLabel.slice(0, group) },
		{ Name: 'TargetGroup', Value: resourceLabel.slice(group + 1) },
	];
	const Metric = { Namespace: 'AWS/ApplicationELB', MetricName: 'RequestCountPerTarget', Dimensions };
	const query = {
		MetricDataQueries: [{ Id: 'requests', MetricStat: { Metric, Period: MINUTE / 1000, Stat: 'Sum' } }],
		StartTime: new Date(grid.startedAt),
		EndTime: new Date(grid.startedAt + grid.length * grid.periodMs),
	};
	const page = await connections
		.to('cloudwatch', region)
		.call('GetMetricData', (cloudwatch, options) => cloudwatch.getMetricData(query, options), signal);
	return toMetricSeries(page.MetricDataResults ?? [], grid);
}
