import type { Aws } from '../../aws/aws.ts';
import { shortTaskId } from '../../model/arn.ts';
import { logSources } from '../../model/log-sources.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Task } from '../../model/task.ts';
import { look, seen } from '../look.ts';
import type { Subject } from '../subject.ts';

/** Lines of the log that are shown, and how long before the end they may have been written, ms. */
const LINES = 5;
const BEFORE = 10 * 60_000;

/** ECS takes the rest of a failed deployment away with these words: they are not why it failed. */
const SCALED_IN = /^Scaling activity initiated by/u;

/** Why a deployment failed, in lines: its newest stopped task, how its containers ended, and the last they wrote. */
export async function failureEvidence(aws: Aws, subject: Subject, deploymentId: string): Promise<readonly string[]> {
	const { clusterArn, serviceName } = subject;
	const stopped = seen(await look(aws.tasks(clusterArn, { serviceName, desiredStatus: 'STOPPED' })));
	const [task] = (stopped ?? [])
		.filter((one) => one.startedBy === deploymentId && !SCALED_IN.test(one.stoppedReason ?? ''))
		.toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0));
	if (!task) return [];
	return [
		`Its newest stopped task, ${shortTaskId(task.taskArn)}: ${endOf(task)}`,
		...(await lastLines(aws, subject, task)),
	];
}

function endOf({ stoppedReason, containers }: Task): string {
	const ends = containers.flatMap(({ name, exitCode, reason }) => [
		...(exitCode === undefined ? [] : [`${name} exit ${exitCode}`]),
		...(reason === undefined ? [] : [`${name}: ${reason}`]),
	]);
	return [...(stoppedReason === undefined ? [] : [stoppedReason]), ...ends].join(' · ') || 'ECS gives no reason';
}

async function lastLines(aws: Aws, { region }: Subject, task: Task): Promise<readonly string[]> {
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
