import type {
	Datapoint,
	GetMetricStatisticsInput,
	GetMetricStatisticsOutput,
	Statistic,
} from '@aws-sdk/client-cloudwatch';
import { AwsFault } from '../../wire/handler.ts';
import { SECOND } from '../../world/clock.ts';
import { asMetricName, type Look, NAMESPACE, periods, serviceMeasured, statistic } from './look.ts';

/** CloudWatch API reference, GetMetricStatistics. */
const MAX_DATAPOINTS = 1440;

/** @throws {AwsFault} InvalidParameterCombinationException, MissingRequiredParameterException */
export function getMetricStatistics(look: Look, input: GetMetricStatisticsInput): GetMetricStatisticsOutput {
	const { MetricName, Namespace, Dimensions = [], Period = 60, Statistics = [] } = input;
	const from = input.StartTime?.getTime() ?? 0;
	const to = input.EndTime?.getTime() ?? look.world.clock.now;
	if (Statistics.length === 0 && !input.ExtendedStatistics?.length) {
		throw new AwsFault(
			'MissingRequiredParameterException',
			'At least one of the parameters Statistics and ExtendedStatistics must be specified.',
		);
	}
	const asked = Math.floor((to - from) / (Period * SECOND));
	if (asked > MAX_DATAPOINTS) {
		throw new AwsFault(
			'InvalidParameterCombinationException',
			`You have requested up to ${asked} datapoints, which exceeds the limit of ${MAX_DATAPOINTS}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
		);
	}
	const name = asMetricName(MetricName);
	const service = Namespace === NAMESPACE ? serviceMeasured(look, Dimensions) : undefined;
	const points = name && service ? periods(look, service, name, { from, to, periodSeconds: Period }) : [];
	return {
		Label: MetricName,
		Datapoints: points.map((point): Datapoint => {
			const values = Statistics.map((kind: Statistic) => [kind, statistic(kind, point)]);
			return { Timestamp: new Date(point.at), Unit: 'Percent', ...Object.fromEntries(values) };
		}),
	};
}
