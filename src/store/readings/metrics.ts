import { lastSegment, regionOf } from '../../model/arn.ts';
import type { MetricSeries, ServiceMetrics } from '../../model/metrics.ts';
import { putValues } from '../picture-update.ts';
import { SETTLE, type ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';

const MINUTE = 60_000;

/** CPU and memory of services of one cluster: the last 30 minutes, by the minute. */
export function metricsReading(
	context: ReadingContext,
	clusterArn: string,
	serviceArns: readonly string[],
	{ of, every }: { readonly of: 'watched' | 'calm'; readonly every: number },
): Reading {
	return {
		key: `metrics of ${of} services ${clusterArn}`,
		every,
		table: 'metrics',
		keys: serviceArns,
		async read(signal, found) {
			const values = await readMetrics(context, clusterArn, serviceArns, 30 * MINUTE, signal);
			found((picture) => putValues(picture, 'metrics', values, context.time.now()));
		},
	};
}

/** CPU and memory of one service: the last six hours, by the minute. */
export function longMetricsReading(context: ReadingContext, clusterArn: string, serviceArn: string): Reading {
	return {
		key: `long metrics ${serviceArn}`,
		every: MINUTE,
		settle: SETTLE,
		table: 'longMetrics',
		keys: [serviceArn],
		async read(signal, found) {
			const values = await readMetrics(context, clusterArn, [serviceArn], 6 * 60 * MINUTE, signal);
			found((picture) => putValues(picture, 'longMetrics', values, context.time.now()));
		},
	};
}

/** By service ARN. Whole minutes only: the running one is no average yet. */
async function readMetrics(
	{ aws, time }: ReadingContext,
	clusterArn: string,
	serviceArns: readonly string[],
	length: number,
	signal: AbortSignal,
): Promise<readonly (readonly [string, ServiceMetrics])[]> {
	const clusterName = lastSegment(clusterArn);
	const services = serviceArns.map((arn) => ({ clusterName, serviceName: lastSegment(arn) }));
	const to = Math.floor(time.now() / MINUTE) * MINUTE;
	const range = { from: to - length, to, periodMs: MINUTE };
	const metrics = await aws.serviceMetrics(regionOf(clusterArn), services, range, signal);
	const nothing: MetricSeries = { startedAt: range.from, periodMs: MINUTE, values: [] };
	return serviceArns.map((arn) => [
		arn,
		metrics.get(`${clusterName}/${lastSegment(arn)}`) ?? { cpu: nothing, memory: nothing },
	]);
}
