import type { Aws } from '../aws/aws.ts';
import { culprit } from '../diagnosis/culprit.ts';
import { logSources } from '../model/log-sources.ts';
import { safeText } from '../model/safe-text.ts';
import type { Task } from '../model/task.ts';
import { look, seen, unseen } from './look.ts';

/** Lines of the log that are shown, and how long before the end they may have been written, ms. */
const LINES = 5;
const BEFORE = 10 * 60_000;

/** The last that the container wrote with which the task ended, as `  checkout │ panic: …`; or why they cannot be had. */
export async function lastLines(aws: Aws, region: string, task: Task): Promise<readonly string[]> {
	const definition = seen(await look(aws.taskDefinition(task.taskDefinitionArn, region)));
	if (!definition) return [];
	const name = culprit(task, definition)?.container.name;
	const { sources, silent } = logSources([task], () => definition);
	const source = sources.find(({ container }) => container === name);
	if (!source) {
		return silent.filter(({ container }) => container === name).map((one) => `  ${one.container} ${one.reason}`);
	}
	const page = await look(
		aws.logEvents({
			region: source.region,
			group: source.group,
			streams: [source.stream],
			startTime: (task.stoppedAt ?? task.stoppingAt ?? task.createdAt ?? 0) - BEFORE,
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
