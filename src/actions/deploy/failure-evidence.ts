import type { Aws } from '../../aws/aws.ts';
import { shortTaskId } from '../../model/arn.ts';
import { logSources } from '../../model/log-sources.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Service } from '../../model/service.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Task } from '../../model/task.ts';
import { look, seen, unseen } from '../look.ts';
import type { Subject } from '../subject.ts';
import type { OurDeployment } from './our-deployment.ts';
import { culprit, failedTasks } from './task-end.ts';

/** Lines of the log that are shown, and how long before the end they may have been written, ms. */
const LINES = 5;
const BEFORE = 10 * 60_000;

/** What ECS says in its events when it does not get on (service event messages, ECS developer guide). */
const TROUBLE = /unable to|is unhealthy|failed \w+ health checks/iu;

/** Why a deployment failed, in lines: its newest stopped task, how its containers ended, and the last they wrote. */
export async function failureEvidence(
	aws: Aws,
	subject: Subject,
	ours: OurDeployment,
	service: Service | undefined,
): Promise<readonly string[]> {
	const { clusterArn, serviceName, region } = subject;
	const stopped = await look(aws.tasks(clusterArn, { serviceName, desiredStatus: 'STOPPED' }));
	const [task] = failedTasks(seen(stopped) ?? [], ours.deploymentId);
	if (!task) {
		const hidden = unseen('stopped tasks', stopped);
		return [...(hidden === undefined ? [] : [hidden]), ...lastTrouble(service, ours)];
	}
	const definition = seen(await look(aws.taskDefinition(task.taskDefinitionArn, region)));
	return [
		`Its newest stopped task, ${shortTaskId(task.taskArn)}: ${endOf(task)}`,
		...(definition ? await lastLines(aws, task, definition) : []),
	];
}

/** Where no task has failed yet, ECS may not even have been able to start one. */
function lastTrouble(service: Service | undefined, { createdAt }: OurDeployment): readonly string[] {
	const event = service?.events.find((one) => one.createdAt >= createdAt && TROUBLE.test(one.message));
	return event ? [`ECS says: ${event.message}`] : [];
}

function endOf({ stoppedReason, containers }: Task): string {
	const ends = containers.flatMap(({ name, exitCode, reason }) => [
		...(exitCode === undefined ? [] : [`${name} exit ${exitCode}`]),
		...(reason === undefined || reason === stoppedReason ? [] : [`${name}: ${reason}`]),
	]);
	return [...(stoppedReason === undefined ? [] : [stoppedReason]), ...ends].join(' · ') || 'ECS gives no reason';
}

/** Of the container that the task ended with. */
async function lastLines(aws: Aws, task: Task, definition: TaskDefinition): Promise<readonly string[]> {
	const essential = definition.containerDefinitions.filter((one) => one.essential).map(({ name }) => name);
	const name = culprit(task, essential)?.name;
	const { sources, silent } = logSources([task], () => definition);
	const source = sources.find(({ container }) => container === name);
	if (!source)
		return silent.filter(({ container }) => container === name).map((one) => `  ${one.container} ${one.reason}`);
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
