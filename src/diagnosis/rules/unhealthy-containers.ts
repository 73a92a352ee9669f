import { revisionOf, shortTaskId } from '../../model/arn.ts';
import { healthCheckWords } from '../../model/health-check-words.ts';
import type { HealthFlip } from '../../model/health-flip.ts';
import { primaryDeployment } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding, Severity } from '../finding.ts';
import { beginningOf, flipsOfTask } from '../last-flip.ts';
import { rollBackStep } from '../roll-back-step.ts';

/** Tasks of which a finding tells one by one. */
const SHOWN = 5;

/** Running tasks fail the health check of a container. When every task of a revision does, it is the revision. */
export function unhealthyContainers(evidence: Evidence, now: number): readonly Finding[] {
	const { service, tasks = [] } = evidence;
	const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
	const unhealthy = running.filter(isUnhealthy);
	if (unhealthy.length === 0) return [];
	const revisions = Map.groupBy(running, ({ taskDefinitionArn }) => taskDefinitionArn);
	const [whole] = [...revisions].filter(([, members]) => members.every(isUnhealthy));
	const concerned = whole?.[1] ?? unhealthy;
	const where = whole
		? `every task of :${revisionOf(whole[0])}`
		: `${unhealthy.length} of ${running.length} ${running.length === 1 ? 'task' : 'tasks'}`;
	const isNewest = whole?.[0] === primaryDeployment(service)?.taskDefinition;
	return [
		{
			id: 'container-healthcheck-failed',
			severity: severityOf(evidence, unhealthy.length / running.length, whole !== undefined),
			confidence: 'high',
			sentence: `${failing(concerned)} on ${where}`,
			serviceArns: [service.serviceArn],
			...beginningOf(unhealthy.map((task) => turned(evidence, task))),
			evidence: [
				...unhealthy.slice(0, SHOWN).map((task) => taskLine(evidence, task)),
				...checkLines(evidence, concerned),
			],
			ruledOut: ['Load balancer and security groups: this check runs inside the container'],
			next: [
				{
					text: 'Run the check in the container and see what it says',
					binding: 'open.health',
					command: `deckwatch health ${service.serviceName} --run`,
				},
				...(isNewest ? rollBackStep(evidence, now) : []),
			],
		},
	];
}

function severityOf({ service }: Evidence, share: number, isWhole: boolean): Severity {
	if (isWhole) return 'critical';
	return share >= 1 / 2 || service.runningCount < service.desiredCount ? 'high' : 'warning';
}

function taskLine(evidence: Evidence, task: Task): EvidenceLine {
	const at = turned(evidence, task)?.at;
	return {
		text: `task ${shortTaskId(task.taskArn)}: ${names([task]).join(', ') || 'a container'} is UNHEALTHY`,
		api: 'ecs:DescribeTasks',
		...(at !== undefined && { at }),
		place: { kind: 'task', taskArn: task.taskArn },
	};
}

function checkLines({ taskDefinitions }: Evidence, [task]: readonly Task[]): readonly EvidenceLine[] {
	const definition = task && taskDefinitions?.[task.taskDefinitionArn];
	const failing = task ? names([task]) : [];
	const checked = definition?.containerDefinitions.filter(({ name }) => failing.includes(name)) ?? [];
	return checked.flatMap((container) => {
		const text = healthCheckWords(container);
		if (text === undefined) return [];
		return [
			{ text: `${container.name}: ${text}`, api: 'ecs:DescribeTaskDefinition', place: { kind: 'task-definition' } },
		];
	});
}

function turned(evidence: Evidence, { taskArn }: Task): HealthFlip | undefined {
	return flipsOfTask(evidence, taskArn)?.findLast(({ after }) => after === 'UNHEALTHY');
}

function isUnhealthy({ healthStatus }: Task): boolean {
	return healthStatus === 'UNHEALTHY';
}

/** `app fails its health check` */
function failing(tasks: readonly Task[]): string {
	const failed = names(tasks);
	if (failed.length > 1) return `${failed.join(', ')} fail their health checks`;
	return `${failed[0] ?? 'a container'} fails its health check`;
}

function names(tasks: readonly Task[]): readonly string[] {
	const unhealthy = tasks.flatMap(({ containers }) => containers.filter((one) => one.healthStatus === 'UNHEALTHY'));
	return [...new Set(unhealthy.map(({ name }) => name))];
}
