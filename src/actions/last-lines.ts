import type { Aws } from '../aws/aws.ts';
import { logSources } from '../model/log-sources.ts';
import { safeText } from '../model/safe-text.ts';
import type { Task } from '../model/task.ts';
import { look, seen } from './look.ts';

/** Lines of the log that are shown, and how long before the end they may have been written, ms. */
const LINES = 5;
const BEFORE = 10 * 60_000;

/** The last that the container wrote which made the task end, as `  checkout │ panic: …`; none where they cannot be had. */
export async function lastLines(aws: Aws, region: string, task: Task): Promise<readonly string[]> {
	const definition = seen(await look(aws.taskDefinition(task.taskDefinitionArn, region)));
	if (!definition) return [];
	const ended = task.containers.find(({ exitCode }) => exitCode !== undefined && exitCode !== 0) ?? task.containers[0];
	const source = logSources([task], () => definition).sources.find(({ container }) => container === ended?.name);
	if (!source) return [];
	const page = await look(
		aws.logEvents({
			region: source.region,
			group: source.group,
			streams: [source.stream],
			startTime: (task.stoppedAt ?? task.createdAt ?? 0) - BEFORE,
			newestFirst: true,
			limit: LINES,
		}),
	);
	const events = seen(page)?.events ?? [];
	return events
		.toSorted((a, b) => a.timestamp - b.timestamp)
		.slice(-LINES)
		.map(({ message }) => `  ${source.container} │ ${safeText(message)}`);
}
