import {
	type FilteredLogEvent,
	FilterLogEventsCommand,
	type FilterLogEventsCommandInput,
	paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, test } from 'vitest';
import { NOON, openShop } from '../open-shop.ts';

const GROUP = { logGroupName: '/ecs/prod/checkout' };
const LAST_MINUTES = { ...GROUP, startTime: NOON - 300_000, endTime: NOON };

describe('FilterLogEvents', () => {
	const { logs, step } = openShop();
	const ask = (input: FilterLogEventsCommandInput) => logs.send(new FilterLogEventsCommand(input));
	const all = async (input: FilterLogEventsCommandInput) => {
		const events = [];
		for await (const page of paginateFilterLogEvents({ client: logs }, input)) events.push(...(page.events ?? []));
		return events;
	};

	test('gives the same events page by page as at once', async () => {
		const whole = (await ask(LAST_MINUTES)).events ?? [];
		expect(whole.length).toBeGreaterThan(200);
		expect(await all({ ...LAST_MINUTES, limit: 37 })).toEqual(whole);
		expect((await all({ ...LAST_MINUTES, limit: 37, startFromHead: false })).toReversed()).toEqual(whole);
	});

	test('interleaves all tasks of the service in time order', async () => {
		const { events = [], searchedLogStreams } = await ask(LAST_MINUTES);
		const times = events.map(({ timestamp = 0 }) => timestamp);
		expect(times).toEqual(times.toSorted((one, other) => one - other));
		expect(new Set(events.map(({ logStreamName }) => logStreamName)).size).toBe(4);
		expect(events[0]?.logStreamName).toMatch(/^[\w-]+\/checkout\/[0-9a-f]{32}$/);
		expect(searchedLogStreams).toEqual([]);
	});

	test('includes both ends of the time range', async () => {
		const [event] = (await ask(LAST_MINUTES)).events ?? [];
		const at = event?.timestamp ?? 0;
		const { events } = await ask({ ...GROUP, startTime: at, endTime: at });
		expect(events).toContainEqual(event);
	});

	test('takes streams by name or by prefix, not both', async () => {
		const [{ logStreamName = '' } = {}] = (await ask(LAST_MINUTES)).events ?? [];
		const byName = await ask({ ...LAST_MINUTES, logStreamNames: [logStreamName] });
		const byPrefix = await ask({ ...LAST_MINUTES, logStreamNamePrefix: logStreamName });
		expect(new Set(byName.events?.map((event) => event.logStreamName))).toEqual(new Set([logStreamName]));
		expect(byPrefix.events).toEqual(byName.events);
		await expect(ask({ ...LAST_MINUTES, logStreamNames: [logStreamName], logStreamNamePrefix: 'ecs' })).rejects.toThrow(
			expect.objectContaining({ name: 'InvalidParameterException' }),
		);
	});

	test('keeps only what the pattern matches', async () => {
		const { events = [] } = await ask({ ...LAST_MINUTES, filterPattern: '"POST" -ord-79' });
		expect(events.length).toBeGreaterThan(0);
		expect(events.every(({ message = '' }) => message.includes('POST') && !message.includes('ord-79'))).toBe(true);
	});

	test.each([
		[{ logGroupName: '/ecs/prod/nowhere' }, 'ResourceNotFoundException', 'The specified log group does not exist.'],
		[
			{ ...GROUP, logStreamNames: ['ecs/x/y'] },
			'ResourceNotFoundException',
			'The specified log stream does not exist.',
		],
		[{ ...GROUP, nextToken: 'no token' }, 'InvalidParameterException', 'The specified nextToken is invalid.'],
		[{ ...GROUP, startTime: 1, startFromHead: false }, 'InvalidParameterException', 'Jan 1, 2024'],
		[{ ...GROUP, limit: 10_001 }, 'InvalidParameterException', "Value '10001' at 'limit' failed to satisfy constraint"],
		[
			{ ...GROUP, logStreamNames: Array.from({ length: 101 }, String) },
			'InvalidParameterException',
			'less than or equal to 100',
		],
		[{ logGroupIdentifier: 'x', ...GROUP }, 'InvalidParameterException', 'not both'],
	])('refuses %j', async (input, name, message) => {
		await expect(ask(input)).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
	});

	test('never loses an event it gave, and finds late ones between them', async () => {
		let known: FilteredLogEvent[] = [];
		let late = 0;
		for (let second = 1; second <= 30; second++) {
			step(1000);
			const { events = [] } = await ask({ ...GROUP, startTime: NOON, endTime: NOON + 30_000 });
			const ids = new Set(known.map(({ eventId }) => eventId));
			expect(events.filter(({ eventId }) => ids.has(eventId))).toEqual(known);
			const newest = known.at(-1)?.eventId ?? '';
			late += events.filter(({ eventId = '' }) => !ids.has(eventId) && eventId < newest).length;
			known = events;
		}
		expect(late).toBeGreaterThan(0);
	});
});
