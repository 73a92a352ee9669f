import type { DescribeLogStreamsRequest, DescribeLogStreamsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { LogStream } from '../../logs/stream.ts';
import { checkBounds } from '../constraint.ts';
import { pageOf } from '../page.ts';
import { groupNamed, invalid, invalidToken, type Look } from './look.ts';

const PAGE = { min: 1, max: 50 };

/** @throws {AwsFault} ResourceNotFoundException, InvalidParameterException */
export function describeLogStreams(look: Look, input: DescribeLogStreamsRequest): DescribeLogStreamsResponse {
	const { logStreamNamePrefix: prefix = '', orderBy = 'LogStreamName', descending = false, limit } = input;
	checkBounds('InvalidParameterException', 'limit', limit, PAGE);
	if (orderBy === 'LastEventTime' && prefix !== '') {
		throw invalid('Cannot order by LastEventTime with a logStreamNamePrefix.');
	}
	const streams = [...groupNamed(look, input).streams.values()].filter(
		({ name, startedAt }) => name.startsWith(prefix) && startedAt <= look.now,
	);
	const byName = (one: LogStream, other: LogStream) => (one.name < other.name ? -1 : 1);
	const byTime = (one: LogStream, other: LogStream) =>
		lastEventAt(one, look.now) - lastEventAt(other, look.now) || byName(one, other);
	streams.sort(orderBy === 'LastEventTime' ? byTime : byName);
	if (descending) streams.reverse();
	const { items, nextToken } = pageOf(streams, limit ?? PAGE.max, input.nextToken, invalidToken);
	return {
		logStreams: items.map((stream) => ({
			logStreamName: stream.name,
			arn: stream.arn,
			creationTime: stream.startedAt,
			firstEventTimestamp: stream.startedAt,
			lastEventTimestamp: lastEventAt(stream, look.now),
			lastIngestionTime: lastEventAt(stream, look.now),
			storedBytes: 0,
		})),
		nextToken,
	};
}

function lastEventAt({ end }: LogStream, now: number): number {
	return end?.at ?? now;
}
