import type { Aws, LogEvent, LogEventsQuery } from '../aws/aws.ts';
import { createPageTokens } from '../aws/page-tokens.ts';

/** Some queries read one after the other, a page at a time. It survives a failed call: the next step tries it again. */
export type LogPass = {
	readonly isDone: boolean;
	/** `isLast`: the last page of its query. Throws AwsCallError. */
	step(signal: AbortSignal): Promise<{ readonly events: readonly LogEvent[]; readonly isLast: boolean }>;
};

/** @param pagesEach after which a query is left unfinished */
export function createLogPass(
	aws: Pick<Aws, 'logEvents'>,
	queries: readonly LogEventsQuery[],
	pagesEach = Number.POSITIVE_INFINITY,
): LogPass {
	let [query, ...rest] = queries;
	let tokens = createPageTokens();
	let nextToken: string | undefined;
	let pages = 0;

	function goToNext(): void {
		[query, ...rest] = rest;
		tokens = createPageTokens();
		pages = 0;
	}

	return {
		get isDone() {
			return query === undefined;
		},
		async step(signal) {
			if (!query) return { events: [], isLast: true };
			const page = await aws.logEvents({ ...query, ...(nextToken === undefined ? {} : { nextToken }) }, signal);
			nextToken = tokens.next(page.nextToken);
			pages++;
			if (pages >= pagesEach) nextToken = undefined;
			const isLast = nextToken === undefined;
			if (isLast) goToNext();
			return { events: page.events, isLast };
		},
	};
}
