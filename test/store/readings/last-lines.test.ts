import { expect, test } from 'vitest';
import type { Aws, LogEventsQuery } from '../../../src/aws/aws.ts';
import type { TaskDefinition } from '../../../src/model/task-definition.ts';
import { EMPTY_PICTURE, type Picture } from '../../../src/store/picture.ts';
import { lastLinesReadings } from '../../../src/store/readings/last-lines.ts';
import { aService, aTask } from '../../fixtures/a-service.ts';
import { serviceArn } from '../../fixtures/shop.ts';
import { aReadingContext } from '../a-reading-context.ts';
import { failing, fakeAws } from '../fake-aws.ts';

const checkout = serviceArn('checkout');
const service = aService('checkout');
const END = Date.UTC(2026, 10, 20, 3);
const task = aTask('checkout', 'dead', {
	lastStatus: 'STOPPED',
	stoppedAt: END,
	startedAt: END - 60_000,
	stopCode: 'EssentialContainerExited',
	containers: [
		{ name: 'agent', lastStatus: 'STOPPED', exitCode: 143 },
		{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 },
	],
});

function writing(logs: TaskDefinition['containerDefinitions'][number]['logs']): Picture {
	const container = { image: 'app', essential: true, portMappings: [], ...(logs && { logs }) };
	const definition: TaskDefinition = {
		taskDefinitionArn: task.taskDefinitionArn,
		family: 'checkout',
		revision: 43,
		status: 'ACTIVE',
		containerDefinitions: ['agent', 'app'].map((name) => ({ name, ...container })),
		document: {},
	};
	return {
		...EMPTY_PICTURE,
		tasks: { [checkout]: { value: { [task.taskArn]: task } } },
		taskDefinitions: { [task.taskDefinitionArn]: { value: definition } },
	};
}

const AWSLOGS = { logDriver: 'awslogs', group: '/ecs/checkout', region: 'eu-west-1', streamPrefix: 'ecs' };

async function linesAfter(logEvents: Aws['logEvents']): Promise<readonly string[] | undefined> {
	let picture = writing(AWSLOGS);
	const context = aReadingContext(() => picture, { aws: fakeAws({ logEvents }) });
	for (const { read } of lastLinesReadings(context, service)) {
		await read(AbortSignal.timeout(10_000), (change) => void (picture = change(picture)), false);
	}
	return picture.lastLines[task.taskArn]?.value?.map(({ text }) => text);
}

test('the newest twenty lines are read of the container with which the task ended', async () => {
	const asked: LogEventsQuery[] = [];
	const event = (index: number) => ({
		eventId: `${index}`,
		stream: 'ecs/app/dead',
		timestamp: END - 1_000 * index,
		ingestedAt: END,
		message: `line ${index}\u001b[2J`,
	});
	const lines = await linesAfter(async (query) => {
		asked.push(query);
		return { events: Array.from({ length: 20 }, (_, index) => event(index)), nextToken: 'older ones' };
	});
	expect(lines).toHaveLength(20);
	expect([lines?.[0], lines?.at(-1)]).toEqual(['line 19', 'line 0']);
	expect(asked).toEqual([
		{
			region: 'eu-west-1',
			group: '/ecs/checkout',
			streams: ['ecs/app/dead'],
			startTime: END - 10 * 60_000,
			newestFirst: true,
			limit: 20,
		},
	]);
});

test('a stream that is not there has no lines, and is not asked for again', async () => {
	const missing = failing('not-found', { message: 'The specified log stream does not exist.' });
	expect(await linesAfter(() => Promise.reject(missing))).toEqual([]);
});

test('a group that may not be read is a failure', async () => {
	await expect(linesAfter(() => Promise.reject(failing('denied')))).rejects.toMatchObject({
		failure: { kind: 'denied' },
	});
});

test('a container that writes elsewhere is not asked', () => {
	const picture = writing({ logDriver: 'splunk' });
	expect(
		lastLinesReadings(
			aReadingContext(() => picture),
			service,
		),
	).toEqual([]);
});
