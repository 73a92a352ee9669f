import type { GetLogEventsRequest, GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { eventIdAt } from '../../logs/bucket-lines.ts';
import { MAX_EVENTS, readLogPage } from '../../logs/log-page.ts';
import { DAY } from '../../world/clock.ts';
import { checkBounds } from '../constraint.ts';
import { groupNamed, invalidToken, type Look, noSuchStream } from './look.ts';

/**
 * Events oldest first; the end of the time range is not included. Tokens are `f/<event id>/s` (what comes after) and
 * `b/<event id>/s` (what came before); at either end the token comes back that was given.
 * @throws {AwsFault} ResourceNotFoundException, InvalidParameterException
 */
export function getLogEvents(look: Look, input: GetLogEventsRequest): GetLogEventsResponse {
	const { startTime = 0, endTime = Number.POSITIVE_INFINITY, limit = MAX_EVENTS } = input;
	checkBounds('InvalidParameterException', 'limit', limit, { min: 1, max: MAX_EVENTS });
	const group = groupNamed(look, input);
	const stream = group.streams.get(input.logStreamName ?? '');
	if (stream === undefined) throw noSuchStream();

	const { newestFirst, after } = fromToken(input);
	const page = readLogPage([stream], {
		from: Math.max(startTime, look.now - group.retentionInDays * DAY),
		to: Math.min(endTime - 1, look.now),
		now: look.now,
		limit,
		after,
		newestFirst,
	});
	const events = newestFirst ? page.events.toReversed() : page.events;
	// Where nothing was found the position stays, or moves past what was searched in vain.
	const position = page.next ?? after ?? eventIdAt(Math.max(startTime, stream.startedAt));
	const first = events[0]?.eventId ?? position;
	const last = events.at(-1)?.eventId ?? position;
	return {
		events: events.map(({ timestamp, message, ingestionTime }) => ({ timestamp, message, ingestionTime })),
		nextForwardToken: `f/${last}/s`,
		nextBackwardToken: `b/${first}/s`,
	};
}

function fromToken({ nextToken, startFromHead = false }: GetLogEventsRequest) {
	if (nextToken === undefined) return { newestFirst: !startFromHead, after: undefined };
	const [, direction, after] = /^([fb])\/(\d{56})\/s$/.exec(nextToken) ?? [];
	if (after === undefined) throw invalidToken();
	return { newestFirst: direction === 'b', after };
}
