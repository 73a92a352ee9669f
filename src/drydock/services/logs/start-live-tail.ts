import type {
	LiveTailSessionLogEvent,
	StartLiveTailRequest,
	StartLiveTailResponse,
	StartLiveTailResponseStream,
} from '@aws-sdk/client-cloudwatch-logs';
import { LATEST_INGESTION_MS } from '../../logs/bucket-lines.ts';
import { eventsBySecond } from '../../logs/events.ts';
import { type MessageTest, parseFilterPattern } from '../../logs/filter-pattern.ts';
import type { LogGroup } from '../../logs/log-book.ts';
import { AwsFault, type Call } from '../../wire/handler.ts';
import { sleep } from '../../wire/sleep.ts';
import { HOUR, SECOND } from '../../world/clock.ts';
import { checkBounds } from '../constraint.ts';
import { groupNamed, invalid, type Look } from './look.ts';

/** CloudWatch Logs API reference, StartLiveTail. */
const MAX_EVENTS_PER_UPDATE = 500;
const SESSION_MS = 3 * HOUR;

/**
 * An update every second of the caller's time, with what was ingested meanwhile in the world's.
 * @throws {AwsFault} ResourceNotFoundException, InvalidParameterException; SessionTimeoutException in the stream.
 */
export function startLiveTail(look: () => Look, input: StartLiveTailRequest, call: Call): StartLiveTailResponse {
	const { logGroupIdentifiers: identifiers = [], logStreamNames: names, logStreamNamePrefixes: prefixes } = input;
	checkBounds('InvalidParameterException', 'logGroupIdentifiers', identifiers, { min: 1, max: 10 });
	if ((names ?? prefixes) !== undefined && identifiers.length > 1) {
		throw invalid('logStreamNames and logStreamNamePrefixes can be specified only with one log group.');
	}
	if (names !== undefined && prefixes !== undefined) {
		throw invalid('logStreamNames and logStreamNamePrefixes cannot both be specified.');
	}
	const unnamed = identifiers.find((identifier) => !identifier.startsWith('arn:') || identifier.endsWith('*'));
	if (unnamed !== undefined) throw invalid(`Invalid log group ARN: ${unnamed}`);
	const groups = identifiers.map((logGroupIdentifier) => groupNamed(look(), { logGroupIdentifier }));
	return { responseStream: session(look, input, groups, call) };
}

async function* session(
	look: () => Look,
	input: StartLiveTailRequest,
	groups: readonly LogGroup[],
	{ requestId, signal }: Call,
): AsyncGenerator<StartLiveTailResponseStream> {
	const test = parseFilterPattern(input.logEventFilterPattern);
	yield { sessionStart: { ...input, requestId, sessionId: requestId } } as StartLiveTailResponseStream;
	let since = look().now;
	for (let elapsed = 0; elapsed < SESSION_MS; elapsed += SECOND) {
		await sleep(SECOND, signal);
		const { now } = look();
		const events = groups.flatMap((group) => [...ingested(group, input, test, since, now)]);
		since = now;
		yield {
			sessionUpdate: {
				sessionMetadata: { sampled: events.length > MAX_EVENTS_PER_UPDATE },
				sessionResults: sample(events),
			},
		} as StartLiveTailResponseStream;
	}
	throw new AwsFault('SessionTimeoutException', 'Live Tail session timed out.');
}

function* ingested(
	group: LogGroup,
	{ logStreamNames: names, logStreamNamePrefixes: prefixes }: StartLiveTailRequest,
	test: MessageTest,
	since: number,
	until: number,
): Generator<LiveTailSessionLogEvent> {
	const streams = [...group.streams.values()].filter(
		({ name }) =>
			(names === undefined || names.includes(name)) &&
			(prefixes === undefined || prefixes.some((prefix) => name.startsWith(prefix))),
	);
	for (const { events } of eventsBySecond(streams, { from: since - LATEST_INGESTION_MS, to: until })) {
		for (const { stream, message, timestamp, ingestionTime } of events) {
			if (ingestionTime <= since || ingestionTime > until || !test(message)) continue;
			const logGroupIdentifier = group.arn.split(':').slice(4).join(':').replace(':log-group', '');
			yield { logStreamName: stream.name, logGroupIdentifier, message, timestamp, ingestionTime };
		}
	}
}

/** Evenly from all of them, as many as an update may hold. */
function sample<Item>(items: readonly Item[]): Item[] {
	if (items.length <= MAX_EVENTS_PER_UPDATE) return [...items];
	return items.filter(
		(_, index) =>
			Math.floor((index * MAX_EVENTS_PER_UPDATE) / items.length) !==
			Math.floor(((index - 1) * MAX_EVENTS_PER_UPDATE) / items.length),
	);
}
