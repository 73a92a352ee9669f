import { shortTaskId } from '../../model/arn.ts';
import { failedCheck } from '../../model/failed-check.ts';
import { checkCommand } from '../../model/health-check-words.ts';
import type { Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { changedBefore, withChange } from '../changed-before.ts';
import { colon } from '../colon.ts';
import { counts } from '../counts.ts';
import { deathLines } from '../death-lines.ts';
import { type Deaths, deathsBy, followsFrom, severityOfDeaths } from '../deaths-by.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding, Severity } from '../finding.ts';
import { failingWords, unhealthyRevision, unhealthyTasks } from '../unhealthy-words.ts';

/** container-healthcheck-failed: containers fail the check of their own; ECS stops their tasks for it. */
export function containerHealthcheckFailed(evidence: Evidence, now: number): readonly Finding[] {
	const running = evidence.tasks?.filter(isUnhealthy) ?? [];
	const deaths = deathsBy(evidence, now, (task) => failedCheck(task) === 'container');
	if (running.length === 0 && deaths.tasks.length === 0) return [];
	const { service } = evidence;
	const all = [...running, ...deaths.tasks];
	const { sentence, severity } = told(evidence, all, deaths);
	const change = changedBefore(evidence, deaths.beginning, all);
	const check = {
		text: 'See the check, and run it now',
		binding: 'open.health',
		command: `deckwatch health ${service.serviceName}`,
	};
	return [
		aboutService(service, {
			id: 'container-healthcheck-failed',
			severity,
			confidence: 'high',
			sentence,
			...deaths.beginning,
			...withChange(
				change,
				[...unhealthyLines(running), ...checkLines(evidence, all), ...deathLines(evidence, deaths.tasks)],
				[check],
			),
			ruledOut: running.length > 0 ? ['Not a crash: the containers run'] : [],
			explains: followsFrom(deaths, evidence, now),
		}),
	];
}

function told(
	evidence: Evidence,
	all: readonly Task[],
	deaths: Deaths,
): { readonly sentence: string; readonly severity: Severity } {
	const revision = unhealthyRevision(evidence);
	if (revision) return { sentence: revision.reason, severity: 'high' };
	const kills = deaths.tasks.length;
	const some = unhealthyTasks(evidence);
	const { service } = evidence;
	const short = service.runningCount < service.desiredCount ? `, ${counts(service)}` : '';
	const killed = `ECS killed ${kills} task${kills === 1 ? '' : 's'} for it in 15 min${short}`;
	const severity = severityOfDeaths(deaths, evidence);
	if (!some) return { sentence: `${failingWords(all)}; ${killed}`, severity };
	return {
		sentence: kills === 0 ? some.reason : `${some.reason}; ${killed}`,
		severity: severity === 'info' ? 'warning' : severity,
	};
}

/** Of so many the evidence tells. Our own number. */
const TOLD = 3;

function unhealthyLines(running: readonly Task[]): readonly EvidenceLine[] {
	return running.slice(0, TOLD).map(({ taskArn, taskDefinitionArn }) => ({
		text: `task ${shortTaskId(taskArn)} of ${colon(taskDefinitionArn)} is UNHEALTHY`,
		api: 'ecs:DescribeTasks',
		place: { kind: 'task', taskArn },
	}));
}

function checkLines({ taskDefinitions = {} }: Evidence, tasks: readonly Task[]): readonly EvidenceLine[] {
	const [task] = tasks;
	const definition = task && taskDefinitions[task.taskDefinitionArn];
	const names =
		task?.containers.flatMap(({ name, healthStatus }) => (healthStatus === 'UNHEALTHY' ? [name] : [])) ?? [];
	const command = definition && checkCommand(definition, names);
	if (command === undefined) return [];
	return [{ text: `its check: ${command}`, api: 'ecs:DescribeTaskDefinition', place: { kind: 'task-definition' } }];
}

function isUnhealthy({ lastStatus, healthStatus }: Task): boolean {
	return lastStatus === 'RUNNING' && healthStatus === 'UNHEALTHY';
}
