import type { FilterLogEventsRequest, FilterLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { parseFilterPattern } from '../../logs/filter-pattern.ts';
import type { LogGroup } from '../../logs/log-book.ts';
import { MAX_EVENTS, readLogPage } from '../../logs/log-page.ts';
import type { LogStream } from '../../logs/stream.ts';
import { DAY } from '../../world/clock.ts';
import { checkBounds } from '../constraint.ts';
import { groupNamed, invalid, invalidToken, type Look, noSuchStream } from './look.ts';

/** Reading backwards is offered from this day on (CloudWatch Logs API reference, FilterLogEvents). */
const BACKWARD_SINCE = Date.UTC(2024, 0, 1);

/**
 * Both ends of the time range are included. The token carries the direction and the last event given.
 * @throws {AwsFault} ResourceNotFoundException, InvalidParameterException
 */
export function filterLogEvents(look: Look, input: FilterLogEventsRequest): FilterLogEventsResponse {
	const { startTime, endTime = look.now, limit = MAX_EVENTS } = input;
	checkBounds('InvalidParameterException', 'limit', limit, { min: 1, max: MAX_EVENTS });
	const group = groupNamed(look, input);
	if (input.startFromHead === false && (startTime ?? 0) < BACKWARD_SINCE) {
		throw invalid(
			'startFromHead set to false is supported only when startTime is on or after Jan 1, 2024 00:00:00 UTC.',
		);
	}
	const { newestFirst, after } = fromToken(input);
	const page = readLogPage(streamsAsked(group, input), {
		from: Math.max(startTime ?? 0, look.now - group.retentionInDays * DAY),
		to: Math.min(endTime, look.now),
		now: look.now,
		limit,
		after,
		newestFirst,
		test: parseFilterPattern(input.filterPattern),
	});
	return {
		events: page.events.map(({ stream, timestamp, message, ingestionTime, eventId }) => ({
			logStreamName: stream.name,
			timestamp,
			message,
			ingestionTime,
			eventId,
		})),
		searchedLogStreams: [],
		nextToken: page.next && Buffer.from(`${newestFirst ? 'b' : 'f'}${page.next}`).toString('base64url'),
	};
}

function fromToken({ nextToken, startFromHead = true }: FilterLogEventsRequest) {
	if (nextToken === undefined) return { newestFirst: !startFromHead, after: undefined };
	const [, direction, after] = /^([fb])(\d{56})$/.exec(Buffer.from(nextToken, 'base64url').toString()) ?? [];
	if (after === undefined) throw invalidToken();
	return { newestFirst: direction === 'b', after };
}

function streamsAsked(group: LogGroup, input: FilterLogEventsRequest): readonly LogStream[] {
	const { logStreamNames: names, logStreamNamePrefix: prefix } = input;
	if (names !== undefined && prefix !== undefined) {
		throw invalid('logStreamNames and logStreamNamePrefix cannot both be specified.');
	}
	checkBounds('InvalidParameterException', 'logStreamNames', names, { min: 1, max: 100 });
	if (names === undefined) {
		const all = [...group.streams.values()];
		return prefix === undefined ? all : all.filter(({ name }) => name.startsWith(prefix));
	}
	return names.map((name) => {
		const stream = group.streams.get(name);
		if (stream === undefined) throw noSuchStream();
		return stream;
	});
}
