import type { Aws, LogEvent } from '../../aws/aws.ts';
import { logSources } from '../../model/log-sources.ts';
import type { LogSource } from '../../model/log-line.ts';
import { safeText } from '../../model/safe-text.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Task } from '../../model/task.ts';
import { look, unseen, type Look } from '../look.ts';

/** How late a line may come that is older than one seen already, ms. */
const LATE = 10_000;
/** Pages of one look: what writes more is read on at the next. */
const PAGES = 5;

/** The log of one task, as it grows. */
export type TaskLog = {
	/** What its containers wrote since the last call, oldest first: `  app │ done`. Why there is nothing is told once. */
	next(task: Task): Promise<readonly string[]>;
};

/** Never throws an AwsCallError: a task can be followed without its log. */
export function createTaskLog(aws: Aws, definition: Look<TaskDefinition>): TaskLog {
	const told = new Set<string>();
	let since: number | undefined;

	const once = (line: string): readonly string[] => (told.has(line) ? [] : (told.add(line), [line]));

	return {
		async next(task) {
			if (!('value' in definition)) return once(unseen('its log', definition));
			const { sources, silent } = logSources([task], () => definition.value);
			const startTime = (since ?? task.createdAt ?? 0) - LATE;
			const found = await look(Promise.all(sources.map((source) => newEvents(aws, source, startTime, told))));
			const excuses = silent.flatMap(({ container, reason }) => once(`${container} ${reason}`));
			if (!('value' in found)) return [...excuses, ...once(unseen('its log', found))];
			const events = found.value.flat().toSorted((a, b) => a.event.timestamp - b.event.timestamp);
			since = events.at(-1)?.event.timestamp ?? since;
			return [...excuses, ...events.map(({ source, event }) => `  ${source.container} │ ${safeText(event.message)}`)];
		},
	};
}

type Written = { readonly source: LogSource; readonly event: LogEvent };

async function newEvents(
	aws: Aws,
	source: LogSource,
	startTime: number,
	told: Set<string>,
): Promise<readonly Written[]> {
	const written: Written[] = [];
	let nextToken: string | undefined;
	for (let page = 0; page < PAGES; page++) {
		// oxlint-disable-next-line no-await-in-loop -- each page names the next
		const { events, nextToken: token } = await aws.logEvents({
			region: source.region,
			group: source.group,
			streams: [source.stream],
			startTime,
			...(nextToken === undefined ? {} : { nextToken }),
		});
		for (const event of events) {
			if (told.has(event.eventId)) continue;
			told.add(event.eventId);
			written.push({ source, event });
		}
		nextToken = token;
		if (nextToken === undefined) break;
	}
	return written;
}
