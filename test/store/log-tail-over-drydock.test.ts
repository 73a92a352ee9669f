import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAws } from '../../src/aws/create-aws.ts';
import type { Aws } from '../../src/aws/aws.ts';
import { createDrydock, type Drydock } from '../../src/drydock/drydock.ts';
import { createRequestHandler } from '../../src/drydock/wire/request-handler.ts';
import { regionOf } from '../../src/model/arn.ts';
import { compareLines, type LogLine, type LogSource } from '../../src/model/log-line.ts';
import { logSources } from '../../src/model/log-sources.ts';
import { createLogTail } from '../../src/store/create-log-tail.ts';
import type { LogTail } from '../../src/store/log-tail.ts';
import { readLogPages } from '../../src/store/read-log-pages.ts';

const START = Date.UTC(2026, 10, 20, 12);
const REGION = 'ap-northeast-1';

let drydock: Drydock;
let aws: Aws;

beforeEach(() => {
	vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
	drydock = createDrydock({ scenario: 'shop', startAt: START });
	aws = createAws({
		requestHandler: createRequestHandler(drydock.dispatcher),
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: () => Date.now() },
	});
});
afterEach(() => {
	aws.close();
	vi.useRealTimers();
});

/** Lets the world and the clock go on together. */
async function pass(seconds: number): Promise<void> {
	for (let second = 0; second < seconds; second++) {
		drydock.control.step(1_000);
		await vi.advanceTimersByTimeAsync(1_000);
	}
}

/** Answers cross the SDK in turns of the event loop that no clock counts; the clock goes on until they have come. */
async function awaited<T>(promise: Promise<T>): Promise<T> {
	let done = false;
	const settled = promise.finally(() => {
		done = true;
	});
	while (!done) await vi.advanceTimersByTimeAsync(100);
	return settled;
}

async function sourcesOf(serviceName: string): Promise<readonly LogSource[]> {
	const clusterArn = `arn:aws:ecs:${REGION}:${drydock.world.account}:cluster/prod`;
	const running = await aws.tasks(clusterArn, { serviceName, desiredStatus: 'RUNNING' });
	const stopped = await aws.tasks(clusterArn, { serviceName, desiredStatus: 'STOPPED' });
	const arns = [...new Set([...running, ...stopped].map(({ taskDefinitionArn }) => taskDefinitionArn))];
	const definitions = await Promise.all(arns.map((arn) => aws.taskDefinition(arn, regionOf(arn))));
	return logSources([...running, ...stopped], (arn) => definitions[arns.indexOf(arn)]).sources;
}

/** All events of the sources that were written in a stretch of time: asked for when all have been taken in. */
async function truth(sources: readonly LogSource[], from: number, to: number): Promise<readonly string[]> {
	const ids: string[] = [];
	for (const { region, group, stream } of sources) {
		const query = { region, group, streams: [stream], startTime: from, endTime: to };
		for await (const { events } of readLogPages(aws, query, new AbortController().signal)) {
			ids.push(...events.map(({ eventId }) => `${stream} ${eventId}`));
		}
	}
	return ids.toSorted();
}

function linesOf(tail: LogTail): readonly LogLine[] {
	const { lines } = tail.getState();
	return Array.from({ length: lines.length }, (_, index) => lines.at(index)).flatMap((line) => (line ? [line] : []));
}

async function follow(seconds: number): Promise<{ readonly tail: LogTail; readonly sources: readonly LogSource[] }> {
	const tail = createLogTail({ aws, random: () => 0 });
	let sources: readonly LogSource[] = [];
	for (let passed = 0; passed < seconds; passed += 5) {
		sources = await awaited(sourcesOf('checkout'));
		tail.follow(sources);
		await pass(5);
	}
	return { tail, sources };
}

async function expectAllLines({ tail, sources }: Awaited<ReturnType<typeof follow>>, until: number): Promise<void> {
	const lines = linesOf(tail);
	const written = lines.filter(({ timestamp }) => timestamp >= START && timestamp <= until);
	const held = written.map(({ source, eventId }) => `${source.stream} ${eventId}`).toSorted();
	tail.stop();
	expect(held.length).toBeGreaterThan(100);
	expect(held).toEqual(await awaited(truth(sources, START, until)));
	expect(lines.toSorted(compareLines)).toEqual(lines);
}

test('holds every line of a service in trouble, once and in order, whose tasks come and go', async () => {
	const followed = await follow(60);
	await pass(30);
	await expectAllLines(followed, START + 60_000);
});

test('holds every line although CloudWatch Logs throttles and fails half of the time', async () => {
	drydock.dispatcher.setFaults([{ operation: 'logs:FilterLogEvents', throttled: 0.4, serverError: 0.2 }]);
	const followed = await follow(60);
	drydock.dispatcher.setFaults([]);
	await pass(120);
	expect(followed.tail.getState().failures).toEqual({});
	await expectAllLines(followed, START + 60_000);
});
