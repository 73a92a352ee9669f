import type { ListMetricsInput, ListMetricsOutput, Metric } from '@aws-sdk/client-cloudwatch';
import { pageOf } from '../page.ts';
import { capacityMetrics } from './capacity-metrics.ts';
import { invalidToken, type Look } from './look.ts';
import { metricsOf } from './measured.ts';

/** CloudWatch API reference, ListMetrics. */
const PAGE = 500;

/** @throws {AwsFault} InvalidParameterValueException for a token that is none. */
export function listMetrics(look: Look, input: ListMetricsInput): ListMetricsOutput {
	const { world, book, region } = look;
	const measured = [...world.services.values()].filter(
		(service) => service.region === region && book.has(service.serviceArn),
	);
	const metrics: Metric[] = [
		...measured.flatMap((service) => metricsOf(world, service)),
		...capacityMetrics(look).map(({ metric }) => metric),
	];
	const { items, nextToken } = pageOf(
		metrics.filter((metric) => isAsked(metric, input)),
		PAGE,
		input.NextToken,
		invalidToken,
	);
	return { Metrics: [...items], NextToken: nextToken };
}

function isAsked(metric: Metric, { Namespace, MetricName, Dimensions = [] }: ListMetricsInput): boolean {
	return (
		(Namespace === undefined || Namespace === metric.Namespace) &&
		(MetricName === undefined || MetricName === metric.MetricName) &&
		Dimensions.every(({ Name, Value }) =>
			metric.Dimensions?.some((has) => has.Name === Name && (Value === undefined || has.Value === Value)),
		)
	);
}
