import type {
	GetMetricDataInput,
	GetMetricDataOutput,
	MetricDataQuery,
	MetricDataResult,
	MetricStat,
} from '@aws-sdk/client-cloudwatch';
import { AwsFault } from '../../wire/handler.ts';
import { pageOf } from '../page.ts';
import {
	checkPeriod,
	checkRange,
	invalidToken,
	type Look,
	percentOf,
	statistic,
	STATISTICS,
	validationError,
} from './look.ts';
import { pointsOf } from './points.ts';

/** CloudWatch API reference, GetMetricData. */
const MAX_QUERIES = 500;
const MAX_DATAPOINTS = 100_800;

/**
 * Metrics by MetricStat; metric math is not offered. A metric that does not exist has no values.
 * @throws {AwsFault} ValidationError, InvalidParameterValueException
 */
export function getMetricData(look: Look, input: GetMetricDataInput): GetMetricDataOutput {
	const { MetricDataQueries: queries = [], ScanBy = 'TimestampDescending' } = input;
	if (queries.length > MAX_QUERIES) {
		throw validationError(`The collection MetricDataQueries must not have a size greater than ${MAX_QUERIES}.`);
	}
	checkIds(queries);
	const range = { from: input.StartTime?.getTime() ?? 0, to: input.EndTime?.getTime() ?? look.world.clock.now };
	checkRange(range);
	for (const [index, { MetricStat }] of queries.entries()) checkStat(index, MetricStat);
	const { MaxDatapoints = MAX_DATAPOINTS } = input;
	const results = queries
		.filter(({ ReturnData = true }) => ReturnData)
		.map((query) => resultOf(look, query, range, ScanBy === 'TimestampAscending'))
		.flatMap((result) => partsOf(result, MaxDatapoints));
	const size = resultsPerPage(results, MaxDatapoints);
	const { items, nextToken } = pageOf(results, size, input.NextToken, invalidToken);
	return { MetricDataResults: [...items], NextToken: nextToken, Messages: [] };
}

function checkIds(queries: readonly MetricDataQuery[]): void {
	const bad = queries.flatMap(({ Id = '' }, index) =>
		/^[a-z][a-zA-Z0-9_]*$/.test(Id)
			? []
			: `The value ${Id} for parameter MetricDataQueries.member.${index + 1}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
	);
	if (bad.length > 0) throw validationError(bad.join('\n'));
	const ids = queries.map(({ Id }) => Id);
	const doubled = ids.find((id, index) => ids.indexOf(id) !== index);
	if (doubled !== undefined) {
		throw validationError(`The values for parameter id in MetricDataQueries are not unique: ${doubled}.`);
	}
}

function resultOf(
	look: Look,
	{ Id, Label, MetricStat, Expression }: MetricDataQuery,
	range: { readonly from: number; readonly to: number },
	ascending: boolean,
): MetricDataResult {
	if (MetricStat === undefined || Expression !== undefined) {
		throw new AwsFault('InvalidParameterValueException', 'drydock does not evaluate metric math expressions');
	}
	const { Metric, Period = 60, Stat = 'Average' } = MetricStat;
	const points = pointsOf(look, Metric ?? {}, { ...range, periodSeconds: Period });
	const values = points.map((point) => ({ at: new Date(point.at), value: statistic(Stat, point) }));
	if (!ascending) values.reverse();
	return {
		Id,
		Label: Label ?? Metric?.MetricName,
		Timestamps: values.map(({ at }) => at),
		Values: values.map(({ value }) => value),
		StatusCode: 'Complete',
	};
}

function checkStat(index: number, stat: MetricStat | undefined): void {
	if (!stat) return;
	const { Period = 60, Stat = '' } = stat;
	checkPeriod(`MetricDataQueries.member.${index + 1}.MetricStat.Period`, Period);
	if (!STATISTICS.includes(Stat)) percentOf(Stat);
}

/** A result in parts that fit on a page; all but the last are told to be partial. */
function partsOf(result: MetricDataResult, maxDatapoints: number): MetricDataResult[] {
	const { Timestamps = [], Values = [] } = result;
	const count = Math.max(1, Math.ceil(Values.length / maxDatapoints));
	return Array.from({ length: count }, (_, part): MetricDataResult => ({
		...result,
		Timestamps: Timestamps.slice(part * maxDatapoints, (part + 1) * maxDatapoints),
		Values: Values.slice(part * maxDatapoints, (part + 1) * maxDatapoints),
		StatusCode: part + 1 < count ? 'PartialData' : 'Complete',
	}));
}

/** As many as the longest of them lets fit. */
function resultsPerPage(results: readonly MetricDataResult[], maxDatapoints: number): number {
	const longest = Math.max(1, ...results.map(({ Values = [] }) => Values.length));
	return Math.max(1, Math.floor(maxDatapoints / longest));
}
