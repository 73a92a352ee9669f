import {
	DescribeLogGroupsCommand,
	DescribeLogStreamsCommand,
	paginateDescribeLogStreams,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, test } from 'vitest';
import { openShop } from '../open-shop.ts';

describe('DescribeLogGroups', () => {
	const { logs } = openShop();

	test('gives the groups of the region by name, found by prefix or by part', async () => {
		const all = await logs.send(new DescribeLogGroupsCommand({}));
		const names = all.logGroups?.map(({ logGroupName }) => logGroupName);
		expect(names).toEqual(['/ecs/prod/api-gateway', '/ecs/prod/cart', '/ecs/prod/checkout', '/ecs/prod/search']);
		const byPrefix = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/ecs/prod/c' }));
		const byPart = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePattern: 'sear' }));
		expect(byPrefix.logGroups?.length).toBe(2);
		expect(byPart.logGroups?.[0]).toMatchObject({
			arn: 'arn:aws:logs:ap-northeast-1:111122223333:log-group:/ecs/prod/search:*',
			logGroupArn: 'arn:aws:logs:ap-northeast-1:111122223333:log-group:/ecs/prod/search',
		});
	});
});

describe('DescribeLogStreams', () => {
	const { logs } = openShop();
	const logGroupName = '/ecs/prod/api-gateway';

	test('pages through all streams by name', async () => {
		const names: string[] = [];
		const pages = paginateDescribeLogStreams({ client: logs, pageSize: 4 }, { logGroupName });
		for await (const page of pages) {
			names.push(...(page.logStreams ?? []).flatMap(({ logStreamName }) => logStreamName ?? []));
		}
		expect(names.length).toBeGreaterThanOrEqual(6);
		expect(names).toEqual(names.toSorted());
		expect(new Set(names).size).toBe(names.length);
	});

	test('orders them by their last event, but not together with a prefix', async () => {
		const newest = await logs.send(
			new DescribeLogStreamsCommand({ logGroupName, orderBy: 'LastEventTime', descending: true }),
		);
		const times = newest.logStreams?.map(({ lastEventTimestamp = 0 }) => lastEventTimestamp) ?? [];
		expect(times).toEqual(times.toSorted((one, other) => other - one));
		await expect(
			logs.send(new DescribeLogStreamsCommand({ logGroupName, orderBy: 'LastEventTime', logStreamNamePrefix: 'e' })),
		).rejects.toMatchObject({ message: 'Cannot order by LastEventTime with a logStreamNamePrefix.' });
	});

	test('gives times in whole milliseconds', async () => {
		const { logStreams = [] } = await logs.send(new DescribeLogStreamsCommand({ logGroupName }));
		const times = logStreams.flatMap(({ creationTime, lastEventTimestamp }) => [creationTime, lastEventTimestamp]);
		expect(times.length).toBeGreaterThan(0);
		expect(times.every(Number.isInteger)).toBe(true);
	});

	test('gives no more than 50 at once', async () => {
		await expect(logs.send(new DescribeLogStreamsCommand({ logGroupName, limit: 51 }))).rejects.toMatchObject({
			name: 'InvalidParameterException',
			message:
				"1 validation error detected: Value '51' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 50",
		});
	});
});
