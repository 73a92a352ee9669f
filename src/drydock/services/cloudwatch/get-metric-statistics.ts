import type { Datapoint, GetMetricStatisticsInput, GetMetricStatisticsOutput } from '@aws-sdk/client-cloudwatch';
import { AwsFault } from '../../wire/handler.ts';
import { SECOND } from '../../world/clock.ts';
import { checkPeriod, checkRange, type Look, percentOf, statistic, STATISTICS, validationError } from './look.ts';
import { pointsOf, unitOf } from './points.ts';

/** CloudWatch API reference, GetMetricStatistics. */
const MAX_DATAPOINTS = 1440;

/** @throws {AwsFault} InvalidParameterCombination, InvalidParameterValue, MissingRequiredParameter, ValidationError */
export function getMetricStatistics(look: Look, input: GetMetricStatisticsInput): GetMetricStatisticsOutput {
	const { MetricName, Namespace, Dimensions = [], Period = 60, Statistics = [], ExtendedStatistics = [] } = input;
	const from = input.StartTime?.getTime() ?? 0;
	const to = input.EndTime?.getTime() ?? look.world.clock.now;
	if (Statistics.length === 0 && ExtendedStatistics.length === 0) {
		throw new AwsFault(
			'MissingRequiredParameterException',
			'At least one of the parameters Statistics and ExtendedStatistics must be specified.',
		);
	}
	checkStatistics(Statistics);
	for (const name of ExtendedStatistics) percentOf(name);
	checkPeriod('Period', Period);
	checkRange({ from, to });
	const asked = Math.floor((to - from) / (Period * SECOND));
	if (asked > MAX_DATAPOINTS) {
		throw new AwsFault(
			'InvalidParameterCombinationException',
			`You have requested up to ${asked} datapoints, which exceeds the limit of ${MAX_DATAPOINTS}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
		);
	}
	const points = pointsOf(look, { Namespace, MetricName, Dimensions }, { from, to, periodSeconds: Period });
	return {
		Label: MetricName,
		Datapoints: points.map((point): Datapoint => {
			const valuesOf = (names: readonly string[]) =>
				Object.fromEntries(names.map((name) => [name, statistic(name, point)]));
			return {
				Timestamp: new Date(point.at),
				Unit: unitOf({ Namespace, MetricName }),
				...valuesOf(Statistics),
				...(ExtendedStatistics.length > 0 && { ExtendedStatistics: valuesOf(ExtendedStatistics) }),
			};
		}),
	};
}

function checkStatistics(names: readonly string[]): void {
	if (names.every((name) => STATISTICS.includes(name))) return;
	throw validationError(
		`1 validation error detected: Value '[${names.join(', ')}]' at 'statistics' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [${STATISTICS.join(', ')}]]`,
	);
}
