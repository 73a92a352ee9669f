import type { Aws, LogEvent, LogEventsQuery } from '../aws/aws.ts';
import { createLogPass } from './log-pass.ts';

/** Events of a FilterLogEvents page: its limit and default (CloudWatch Logs API reference). */
const LONGEST_PAGE = 10_000;

export type NewestEvents = {
	/** Oldest first. */
	readonly events: readonly LogEvent[];
	/** True when older ones were left out because of the limit. */
	readonly isCut: boolean;
};

type LogPages = Pick<Aws, 'logEvents'>;

/** All pages of a query. Throws AwsCallError. */
export async function* readLogPages(
	aws: LogPages,
	query: LogEventsQuery,
	signal: AbortSignal,
): AsyncGenerator<{ readonly events: readonly LogEvent[]; readonly isLast: boolean }> {
	const pass = createLogPass(aws, [query]);
	while (!pass.isDone && !signal.aborted) yield await pass.step(signal);
}

/**
 * The newest `limit` events of a query, and as many more as it takes to get past one millisecond: with older ones they
 * are asked for up to the oldest. A server that does not know `startFromHead: false`, which shows in the order of
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
		if (!oldestFirst && events.length >= limit && events.at(-1)?.timestamp !== events[0]?.timestamp) break;
	}
	const ordered = oldestFirst ? events : events.toReversed();
	const cut = cutAt(ordered, limit);
	return { events: ordered.slice(cut), isCut: !isComplete || cut > 0 };
}

function cutAt(events: readonly LogEvent[], limit: number): number {
	const cut = Math.max(0, events.length - limit);
	if (events[cut]?.timestamp !== events.at(-1)?.timestamp) return cut;
	return Math.max(
		0,
		events.findLastIndex(({ timestamp }) => timestamp !== events.at(-1)?.timestamp),
	);
}

function isOldestFirst(events: readonly LogEvent[]): boolean {
	const [first] = events;
	const last = events.at(-1);
	return first !== undefined && last !== undefined && first.timestamp < last.timestamp;
}
