import type { Aws } from '../aws/aws.ts';
import { lastWords } from '../model/last-words.ts';
import { safeText } from '../model/safe-text.ts';
import type { Task } from '../model/task.ts';
import { look, seen, unseen } from './look.ts';

/** Lines of the log that are shown. */
const LINES = 5;

/** The last that the container wrote with which the task ended, as `  checkout │ panic: …`; or why they cannot be had. */
export async function lastLines(aws: Aws, region: string, task: Task): Promise<readonly string[]> {
	const definition = seen(await look(aws.taskDefinition(task.taskDefinitionArn, region)));
	if (!definition) return [];
	const { source, silent, startTime } = lastWords(task, definition);
	if (!source) return silent.map(({ container, reason }) => `  ${container} ${reason}`);
	const page = await look(
		aws.logEvents({
			region: source.region,
			group: source.group,
			streams: [source.stream],
			startTime,
			newestFirst: true,
			limit: LINES,
		}),
	);
	const hidden = unseen(`log of ${source.container}`, page);
	if (hidden !== undefined) return [`  ${hidden}`];
	const events = (seen(page)?.events ?? []).toSorted((a, b) => a.timestamp - b.timestamp).slice(-LINES);
	if (events.length === 0) return [`  ${source.container} wrote nothing in its last ten minutes`];
	return events.map(({ message }) => `  ${source.container} │ ${safeText(message, { max: 400 })}`);
}
