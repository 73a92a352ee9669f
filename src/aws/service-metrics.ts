import type { MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import type { ServiceMetrics } from '../model/metrics.ts';
import { batches } from './batches.ts';
import type { Connections } from './connections.ts';
import { allItems } from './pages.ts';
import { list } from './shapes/scalars.ts';
import { metricGrid, toMetricSeries } from './shapes/to-metric-series.ts';

/** GetMetricData takes 500 queries (CloudWatch API reference), and a service needs two. */
const SERVICES_PER_CALL = 250;

export type MetricsRange = { readonly from: number; readonly to: number; readonly periodMs: number };
export type ServiceNames = { readonly clusterName: string; readonly serviceName: string };

/** CPU and memory utilisation of services by `<cluster>/<service>`. Each one asked for is there, if only with gaps. */
export async function readServiceMetrics(
	connections: Connections,
	region: string,
	services: readonly ServiceNames[],
	range: MetricsRange,
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, ServiceMetrics>> {
	const grid = metricGrid(range);
	const read = async (batch: readonly ServiceNames[]) => {
		const queries = batch.flatMap((service, index) => [
			toQuery(`cpu${index}`, 'CPUUtilization', service, range.periodMs),
			toQuery(`memory${index}`, 'MemoryUtilization', service, range.periodMs),
		]);
		const period = {
			StartTime: new Date(grid.startedAt),
			EndTime: new Date(grid.startedAt + grid.length * grid.periodMs),
		};
		const results = await readResults(connections, region, { MetricDataQueries: queries, ...period }, signal);
		const byId = Map.groupBy(results, ({ Id }) => Id);
		return batch.map(({ clusterName, serviceName }, index): [string, ServiceMetrics] => [
			`${clusterName}/${serviceName}`,
			{
				cpu: toMetricSeries(byId.get(`cpu${index}`) ?? [], grid),
				memory: toMetricSeries(byId.get(`memory${index}`) ?? [], grid),
			},
		]);
	};
	return new Map((await Promise.all(batches(services, SERVICES_PER_CALL).map(read))).flat());
}

type Query = { readonly MetricDataQueries: MetricDataQuery[]; readonly StartTime: Date; readonly EndTime: Date };

function readResults(
	connections: Connections,
	region: string,
	query: Query,
	signal: AbortSignal | undefined,
): Promise<readonly MetricDataResult[]> {
	return allItems(async (NextToken) => {
		const page = await connections
			.to('cloudwatch', region)
			.call(
				'GetMetricData',
				(cloudwatch, options) => cloudwatch.getMetricData({ ...query, NextToken }, options),
				signal,
			);
		return { items: list(page.MetricDataResults), nextToken: page.NextToken };
	});
}

function toQuery(id: string, metric: string, service: ServiceNames, periodMs: number): MetricDataQuery {
	return {
		Id: id,
		MetricStat: {
			Metric: {
				Namespace: 'AWS/ECS',
				MetricName: metric,
				Dimensions: [
					{ Name: 'ClusterName', Value: service.clusterName },
					{ Name: 'ServiceName', Value: service.serviceName },
				],
			},
			Period: periodMs / 1000,
			Stat: 'Average',
		},
	};
}
