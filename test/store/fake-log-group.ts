import type { LogEvent, LogEventsPage, LogEventsQuery } from '../../src/aws/aws.ts';
import { AwsCallError } from '../../src/aws/aws-call-error.ts';
import type { AwsFailureKind } from '../../src/model/aws-failure.ts';
import { compareLines } from '../../src/model/log-line.ts';

export type FakeLogGroupOptions = {
	/** Everything that is ever written; an event can be read from its `ingestedAt` on. */
	readonly events: readonly LogEvent[];
	readonly pageSize?: number;
	/** What goes wrong with the n-th call, from 0. */
	readonly fault?: (call: number) => AwsFailureKind | undefined;
	/** Ms from a call to its answer, which tells what was there when it was asked. */
	readonly latency?: number;
	/** When a stream is deleted, epoch ms. */
	readonly deletedAt?: Readonly<Record<string, number>>;
	/** Like servers that do not know `startFromHead`. */
	readonly onlyOldestFirst?: boolean;
};

/**
 * FilterLogEvents over events that come in while time passes: pages by place, so that what comes in late behind
 * that place is passed over, and a stream is not there before its first event. The clock is Date.now().
 */
export function fakeLogGroup({
	events,
	pageSize = 10_000,
	fault,
	latency = 0,
	deletedAt = {},
	onlyOldestFirst = false,
}: FakeLogGroupOptions) {
	const calls: LogEventsQuery[] = [];

	function refuse(kind: AwsFailureKind, code: string, message: string): never {
		throw new AwsCallError({ kind, service: 'logs', operation: 'FilterLogEvents', code, message, next: 'Wait.' });
	}

	async function logEvents(query: LogEventsQuery): Promise<LogEventsPage> {
		calls.push(query);
		const answer = answerTo(query);
		if (latency > 0) {
			await new Promise((resolve) => {
				setTimeout(resolve, latency);
			});
		}
		return answer();
	}

	/** As things are now, to be given later. */
	function answerTo(query: LogEventsQuery): () => LogEventsPage {
		try {
			const page = pageOf(query);
			return () => page;
		} catch (error) {
			return () => {
				throw error;
			};
		}
	}

	function pageOf(query: LogEventsQuery): LogEventsPage {
		const kind = fault?.(calls.length - 1);
		if (kind) refuse(kind, 'ThrottlingException', 'Rate exceeded');
		const there = events.filter(({ ingestedAt }) => ingestedAt <= Date.now());
		const known = new Set(there.map(({ stream }) => stream));
		const wanted = new Set(query.streams);
		for (const stream of wanted) {
			if (Date.now() < (deletedAt[stream] ?? Infinity) && known.has(stream)) continue;
			refuse('not-found', 'ResourceNotFoundException', 'The specified log stream does not exist.');
		}
		const descending = query.newestFirst === true && !onlyOldestFirst;
		const asked = there
			.filter(({ stream }) => wanted.has(stream))
			.filter(({ timestamp }) => timestamp >= query.startTime && timestamp <= (query.endTime ?? Infinity))
			.toSorted((left, right) => (compareLines(left, right) || order(left, right)) * (descending ? -1 : 1));
		const from = query.nextToken === undefined ? 0 : placeAfter(asked, JSON.parse(query.nextToken), descending);
		const page = asked.slice(from, from + Math.min(pageSize, query.limit ?? pageSize));
		const last = page.at(-1);
		return last && from + page.length < asked.length
			? { events: page, nextToken: JSON.stringify(last) }
			: { events: page };
	}

	return { logEvents, calls };
}

function placeAfter(asked: readonly LogEvent[], last: LogEvent, descending: boolean): number {
	const sign = descending ? -1 : 1;
	const place = asked.findIndex((event) => (compareLines(event, last) || order(event, last)) * sign > 0);
	return place === -1 ? asked.length : place;
}

function order(left: LogEvent, right: LogEvent): number {
	return left.eventId < right.eventId ? -1 : left.eventId > right.eventId ? 1 : 0;
}
