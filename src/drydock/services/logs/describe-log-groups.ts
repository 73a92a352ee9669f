import type { DescribeLogGroupsRequest, DescribeLogGroupsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { groupsOf } from '../../logs/log-book.ts';
import { checkBounds } from '../constraint.ts';
import { pageOf } from '../page.ts';
import { invalid, invalidToken, type Look } from './look.ts';

const PAGE = { min: 1, max: 50 };

/** @throws {AwsFault} InvalidParameterException */
export function describeLogGroups(look: Look, input: DescribeLogGroupsRequest): DescribeLogGroupsResponse {
	const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, logGroupIdentifiers: identifiers, limit } = input;
	checkBounds('InvalidParameterException', 'limit', limit, PAGE);
	if (prefix !== undefined && pattern !== undefined) {
		throw invalid('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.');
	}
	const matching = groupsOf(look.book, look.region).filter(
		({ name, arn }) =>
			(prefix === undefined || name.startsWith(prefix)) &&
			(pattern === undefined || name.includes(pattern)) &&
			(identifiers === undefined || identifiers.includes(name) || identifiers.includes(arn)),
	);
	const { items, nextToken } = pageOf(matching, limit ?? PAGE.max, input.nextToken, invalidToken);
	return {
		logGroups: items.map(({ name, arn, createdAt, retentionInDays, streams }) => ({
			logGroupName: name,
			arn: `${arn}:*`,
			logGroupArn: arn,
			creationTime: createdAt,
			retentionInDays,
			metricFilterCount: 0,
			storedBytes: streams.size * 1_048_576,
			logGroupClass: 'STANDARD',
		})),
		nextToken,
	};
}
