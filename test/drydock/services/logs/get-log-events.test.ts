import {
	DescribeLogStreamsCommand,
	GetLogEventsCommand,
	type GetLogEventsCommandInput,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, test } from 'vitest';
import { NOON, openShop } from '../open-shop.ts';

describe('GetLogEvents', async () => {
	const { logs, step } = openShop();
	const logGroupName = '/ecs/prod/cart';
	const { logStreams } = await logs.send(new DescribeLogStreamsCommand({ logGroupName }));
	const logStreamName = logStreams?.[0]?.logStreamName;
	const ask = (input: Partial<GetLogEventsCommandInput> = {}) =>
		logs.send(new GetLogEventsCommand({ logGroupName, logStreamName, startTime: NOON - 300_000, ...input }));

	test('reads forward to the end, where the same token comes back', async () => {
		const whole = (await ask({ startFromHead: true })).events ?? [];
		const read = [];
		let page = await ask({ startFromHead: true, limit: 10 });
		for (let token; token !== page.nextForwardToken;) {
			read.push(...(page.events ?? []));
			token = page.nextForwardToken;
			page = await ask({ startFromHead: true, limit: 10, nextToken: token });
		}
		expect(page.events).toEqual([]);
		expect(read).toEqual(whole);
		expect(whole.length).toBeGreaterThan(30);
	});

	test('begins with the newest events, oldest of them first, and goes back from there', async () => {
		const whole = (await ask({ startFromHead: true })).events ?? [];
		const newest = await ask({ limit: 10 });
		expect(newest.events).toEqual(whole.slice(-10));
		const before = await ask({ limit: 10, nextToken: newest.nextBackwardToken });
		expect(before.events).toEqual(whole.slice(-20, -10));
	});

	test('leaves out the end of the time range', async () => {
		const [, second] = (await ask({ startFromHead: true })).events ?? [];
		const { events = [] } = await ask({ startFromHead: true, endTime: second?.timestamp });
		expect(events.length).toBe(1);
	});

	test('gives a forward token that finds what is written later', async () => {
		const { nextForwardToken } = await ask();
		step(60_000);
		const { events = [] } = await ask({ startFromHead: true, nextToken: nextForwardToken });
		expect(events.length).toBeGreaterThan(5);
	});

	test('refuses a stream that is not there, and a token that is none', async () => {
		await expect(ask({ logStreamName: 'ecs/cart/nobody' })).rejects.toMatchObject({
			name: 'ResourceNotFoundException',
			message: 'The specified log stream does not exist.',
		});
		await expect(ask({ nextToken: 'f/1/s' })).rejects.toMatchObject({ name: 'InvalidParameterException' });
	});
});
