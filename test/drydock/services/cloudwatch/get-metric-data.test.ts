import {
	GetMetricDataCommand,
	type GetMetricDataCommandInput,
	type MetricDataQuery,
	type MetricDataResult,
	paginateGetMetricData,
} from '@aws-sdk/client-cloudwatch';
import { describe, expect, test } from 'vitest';
import { NOON, openShop } from '../open-shop.ts';
import { the } from '../../world/small-shop.ts';

const MINUTE = 60_000;
const HOUR_BEFORE = { StartTime: new Date(NOON - 60 * MINUTE), EndTime: new Date(NOON) };

function query(Id: string, stat = 'Average', Period = 60, serviceName = 'checkout'): MetricDataQuery {
	const Dimensions = [
		{ Name: 'ServiceName', Value: serviceName },
		{ Name: 'ClusterName', Value: 'prod' },
	];
	return {
		Id,
		MetricStat: { Metric: { Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', Dimensions }, Period, Stat: stat },
	};
}

describe('GetMetricData', () => {
	const { cloudWatch, step } = openShop();
	const ask = async (MetricDataQueries: MetricDataQuery[], input: Partial<GetMetricDataCommandInput> = {}) => {
		const { MetricDataResults = [] } = await cloudWatch.send(
			new GetMetricDataCommand({ ...HOUR_BEFORE, ScanBy: 'TimestampAscending', MetricDataQueries, ...input }),
		);
		return MetricDataResults;
	};

	test('gives a value for every minute that is published, the newest about a minute late', async () => {
		const [cpu] = await ask([query('cpu')]);
		expect(cpu).toMatchObject({ Id: 'cpu', Label: 'CPUUtilization', StatusCode: 'Complete' });
		expect(cpu?.Timestamps?.[0]).toEqual(new Date(NOON - 60 * MINUTE));
		expect(cpu?.Timestamps?.at(-1)).toEqual(new Date(NOON - 2 * MINUTE));
		expect(cpu?.Values?.every((value) => value > 0 && value <= 100)).toBe(true);
	});

	test('has the newest first unless asked otherwise', async () => {
		const [ascending] = await ask([query('cpu')]);
		const [plain] = await ask([query('cpu')], { ScanBy: undefined });
		expect(plain?.Values).toEqual(ascending?.Values?.toReversed());
	});

	test('puts minutes together to longer periods by their statistic', async () => {
		const stats = ['Average', 'Maximum', 'Minimum', 'Sum', 'SampleCount'];
		const [average, maximum, minimum, sum, count] = await ask(
			stats.map((stat, index) => query(`m${index}`, stat, 300)),
		);
		const [minutely] = await ask([query('max', 'Maximum')]);
		expect(average?.Timestamps?.[0]).toEqual(new Date(NOON - 60 * MINUTE));
		expect(average?.Values).toHaveLength(12);
		expect(maximum?.Values?.[0]).toBe(Math.max(...(minutely?.Values?.slice(0, 5) ?? [])));
		const first = (result: MetricDataResult | undefined) => the(result?.Values?.[0]);
		expect(first(minimum)).toBeLessThan(first(average));
		expect(first(sum) / first(count)).toBeCloseTo(first(average));
		expect(count?.Values?.[0]).toBe(4 * 5);
	});

	test('has percentiles of the samples', async () => {
		const [median, most, maximum] = await ask([query('a', 'p50'), query('b', 'p100'), query('c', 'Maximum')]);
		expect(median?.Values).toHaveLength(59);
		expect(the(median?.Values?.[0])).toBeLessThanOrEqual(the(maximum?.Values?.[0]));
		expect(most?.Values).toEqual(maximum?.Values);
	});

	test('gives a result that is too long for a page in parts', async () => {
		const input = { ...HOUR_BEFORE, MetricDataQueries: [query('cpu')], MaxDatapoints: 25 };
		const parts: MetricDataResult[] = [];
		for await (const page of paginateGetMetricData({ client: cloudWatch }, input))
			parts.push(...(page.MetricDataResults ?? []));
		expect(parts.map(({ Values, StatusCode }) => [Values?.length, StatusCode])).toEqual([
			[25, 'PartialData'],
			[25, 'PartialData'],
			[9, 'Complete'],
		]);
		const [whole] = await ask([query('cpu')], { ScanBy: undefined });
		expect(parts.flatMap(({ Values = [] }) => Values)).toEqual(whole?.Values);
	});

	test.each([0, 45, 61])('refuses a period of %i s', async (period) => {
		await expect(ask([query('cpu', 'Average', period)])).rejects.toMatchObject({
			message: 'The parameter MetricDataQueries.member.1.MetricStat.Period must be a multiple of 60.',
		});
	});

	test.each(['BOGUS', 'p101'])('refuses the statistic %s', async (stat) => {
		await expect(ask([query('cpu', stat)])).rejects.toMatchObject({
			message: 'The value of an input parameter is bad or out-of-range.',
		});
	});

	test('has no values for a service that is not there', async () => {
		const [nobody] = await ask([query('cpu', 'Average', 60, 'nobody')]);
		expect(nobody).toMatchObject({ Values: [], Timestamps: [] });
	});

	test('gives whole results page by page', async () => {
		const queries = Array.from({ length: 7 }, (_, index) => query(`q${index}`));
		const input = { ...HOUR_BEFORE, MetricDataQueries: queries, MaxDatapoints: 130 };
		const pages = [];
		for await (const page of paginateGetMetricData({ client: cloudWatch }, input))
			pages.push(page.MetricDataResults ?? []);
		expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1]);
		expect(pages.flat().map(({ Id }) => Id)).toEqual(queries.map(({ Id }) => Id));
	});

	test.each([
		[
			'an id with a capital',
			[query('Cpu')],
			'The value Cpu for parameter MetricDataQueries.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.',
		],
		['an id twice', [query('cpu'), query('cpu')], 'not unique'],
		['more than 500 queries', Array.from({ length: 501 }, (_, index) => query(`q${index}`)), '500'],
	])('refuses %s, as AWS does', async (_, queries, message) => {
		await expect(ask(queries)).rejects.toMatchObject({
			name: 'ValidationException',
			message: expect.stringContaining(message),
		});
	});

	test('goes on as time passes', async () => {
		step(5 * MINUTE);
		const [cpu] = await ask([query('cpu')], { EndTime: new Date(NOON + 5 * MINUTE) });
		expect(cpu?.Timestamps?.at(-1)).toEqual(new Date(NOON + 3 * MINUTE));
	});
});
