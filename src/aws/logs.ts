import type { FilteredLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import type { LogEvent, LogEventsPage, LogEventsQuery } from './aws.ts';
import type { Connections } from './connections.ts';
import { list } from './shapes/scalars.ts';

/** Streams that one FilterLogEvents may name (CloudWatch Logs API reference). */
export const STREAMS_PER_CALL = 100;

/** One page of FilterLogEvents. An empty page with a token is normal: the rest comes with the token. */
export async function readLogEvents(
	connections: Connections,
	query: LogEventsQuery,
	signal?: AbortSignal,
): Promise<LogEventsPage> {
	const page = await connections.to('logs', query.region).call(
		'FilterLogEvents',
		(logs, options) =>
			logs.filterLogEvents(
				{
					logGroupName: query.group,
					logStreamNames: [...query.streams],
					startTime: query.startTime,
					endTime: query.endTime,
					nextToken: query.nextToken,
					limit: query.limit,
					...(query.newestFirst ? { startFromHead: false } : {}),
				},
				options,
			),
		signal,
	);
	return {
		events: list(page.events).map(toLogEvent),
		...(page.nextToken ? { nextToken: page.nextToken } : {}),
	};
}

function toLogEvent({ eventId, logStreamName, timestamp, ingestionTime, message }: FilteredLogEvent): LogEvent {
	return {
		// Doubles are told by it: without one, by all there is.
		eventId: eventId || `${timestamp} ${ingestionTime} ${message}`,
		stream: logStreamName ?? '',
		timestamp: timestamp ?? 0,
		ingestedAt: ingestionTime ?? timestamp ?? 0,
		message: message ?? '',
	};
}
