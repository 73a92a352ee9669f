import {
	FilterLogEventsCommand,
	StartLiveTailCommand,
	type StartLiveTailCommandInput,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOON, openShop } from '../open-shop.ts';
import { the } from '../../world/small-shop.ts';

const GROUP_ARN = 'arn:aws:logs:ap-northeast-1:111122223333:log-group:/ecs/prod/checkout';

describe('StartLiveTail', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	/** The updates of some seconds, in which the world's time passes `speed` times as fast. */
	async function tail(shop: ReturnType<typeof openShop>, input: StartLiveTailCommandInput, seconds: number, speed = 1) {
		const { responseStream } = await shop.logs.send(new StartLiveTailCommand(input));
		const events = the(responseStream)[Symbol.asyncIterator]();
		const start = (await events.next()).value;
		const updates = [];
		for (let second = 0; second < seconds; second++) {
			shop.step(1000 * speed);
			const update = events.next();
			await vi.advanceTimersByTimeAsync(1000);
			updates.push((await update).value?.sessionUpdate);
		}
		return { start, updates };
	}

	test('tells every second what was ingested, all of it once', async () => {
		const shop = openShop();
		const { start, updates } = await tail(shop, { logGroupIdentifiers: [GROUP_ARN] }, 30);
		expect(start?.sessionStart?.logGroupIdentifiers).toEqual([GROUP_ARN]);
		const tailed = updates.flatMap((update) => update?.sessionResults ?? []);
		const { events = [] } = await shop.logs.send(
			new FilterLogEventsCommand({ logGroupName: '/ecs/prod/checkout', startTime: NOON - 5_000 }),
		);
		const ingested = events.filter(({ ingestionTime = 0 }) => ingestionTime > NOON);
		const messages = (of: readonly { message?: string | undefined }[]) =>
			of.map(({ message = '' }) => message).toSorted();
		expect(messages(tailed)).toEqual(messages(ingested));
		expect(tailed.length).toBeGreaterThan(20);
		expect(updates.every((update) => update?.sessionMetadata?.sampled === false)).toBe(true);
	});

	test('gives a sample of 500 when there is more', async () => {
		const { updates } = await tail(openShop(), { logGroupIdentifiers: [GROUP_ARN] }, 1, 3600);
		expect(updates[0]?.sessionMetadata?.sampled).toBe(true);
		expect(updates[0]?.sessionResults?.length).toBe(500);
	});

	test('lets only matching events through', async () => {
		const input = { logGroupIdentifiers: [GROUP_ARN], logEventFilterPattern: 'POST' };
		const { updates } = await tail(openShop(), input, 30);
		const tailed = updates.flatMap((update) => update?.sessionResults ?? []);
		expect(tailed.length).toBeGreaterThan(0);
		expect(tailed.every(({ message }) => message?.includes('POST'))).toBe(true);
	});

	test('wants ARNs of groups that exist', async () => {
		const { logs } = openShop();
		const start = (arn: string) => logs.send(new StartLiveTailCommand({ logGroupIdentifiers: [arn] }));
		await expect(start(`${GROUP_ARN}:*`)).rejects.toMatchObject({ name: 'InvalidParameterException' });
		await expect(start(`${GROUP_ARN}s`)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
	});
});
