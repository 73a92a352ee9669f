import type { Aws, LogEvent, LogEventsQuery } from '../aws/aws.ts';

/** Events of a FilterLogEvents page: its limit and default (CloudWatch Logs API reference). */
const LONGEST_PAGE = 10_000;

export type NewestEvents = {
	/** Oldest first. */
	readonly events: readonly LogEvent[];
	/** True when older ones were left out because of the limit. */
	readonly isCut: boolean;
};

type LogPages = Pick<Aws, 'logEvents'>;

/** All pages of a query. Ends also where a token repeats, as servers that are only like AWS do. Throws AwsCallError. */
export async function* readLogPages(
	aws: LogPages,
	query: LogEventsQuery,
	signal: AbortSignal,
): AsyncGenerator<{ readonly events: readonly LogEvent[]; readonly isLast: boolean }> {
	let nextToken: string | undefined;
	let isLast = false;
	while (!isLast) {
		const page = await aws.logEvents({ ...query, ...(nextToken === undefined ? {} : { nextToken }) }, signal);
		isLast = page.nextToken === undefined || page.nextToken === nextToken || signal.aborted;
		nextToken = page.nextToken;
		yield { events: page.events, isLast };
	}
}

/**
 * The newest `limit` events of a query. A server that does not know `startFromHead: false`, which shows in the order of
 * its answer, is read to the end. Throws AwsCallError.
 */
export async function readNewest(
	aws: LogPages,
	query: LogEventsQuery,
	limit: number,
	signal: AbortSignal,
): Promise<NewestEvents> {
	const events: LogEvent[] = [];
	let oldestFirst = false;
	let isComplete = false;
	const newest = { ...query, newestFirst: true, limit: Math.min(limit, LONGEST_PAGE) };
	for await (const page of readLogPages(aws, newest, signal)) {
		for (const event of page.events) events.push(event);
		oldestFirst ||= isOldestFirst(page.events);
		isComplete = page.isLast;
		if (!oldestFirst && events.length >= limit) break;
	}
	const ordered = oldestFirst ? events : events.toReversed();
	return { events: ordered.slice(-limit), isCut: !isComplete || ordered.length > limit };
}

function isOldestFirst(events: readonly LogEvent[]): boolean {
	const [first] = events;
	const last = events.at(-1);
	return first !== undefined && last !== undefined && first.timestamp < last.timestamp;
}
