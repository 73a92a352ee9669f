import { duration } from '../../model/duration.ts';
import type { Service } from '../../model/service.ts';
import { aboutService, catalogueSteps, readLogs } from '../about-service.ts';
import { colon } from '../colon.ts';
import { changedBefore, withChange } from '../changed-before.ts';
import { counts } from '../counts.ts';
import { deathLines, lifetime, medianLifetime } from '../death-lines.ts';
import { latestRollout } from '../deployment-story.ts';
import type { Evidence } from '../evidence.ts';
import type { FailedStops } from '../failed-stops.ts';
import type { EvidenceLine, Finding } from '../finding.ts';
import { findLoop } from '../loop.ts';
import { type StopCause, stopCause } from '../stop-cause.ts';

/**
 * x-crash-loop: tasks get running and die again and again. Told by the stopped tasks: ECS's own events say nothing of
 * tasks that fail after they got running (ECS developer guide, service throttle logic). A redeploy that fails as well is
 * the same trouble: then all that died counts, and when the first of them did.
 */
export function crashLoop(evidence: Evidence, now: number): readonly Finding[] {
	const loop = findLoop(evidence, now);
	if (loop?.kind !== 'crash') return [];
	const { service, taskDefinitions = {} } = evidence;
	const { stops } = loop;
	const causes = stops.tasks.map((task) => stopCause(task, taskDefinitions[task.taskDefinitionArn]));
	const { container, words, next } = commonest(causes);
	const change = changedBefore(evidence, stops.beginning, stops.tasks);
	const previous = previousRevision(evidence, stops);
	const more = catalogueSteps(next, service).filter(({ command = '' }) => !command.startsWith('deckwatch logs'));
	const advice = [readLogs(service, container?.name), ...more];
	return [
		aboutService(service, {
			id: 'x-crash-loop',
			severity: 'critical',
			confidence: 'high',
			sentence: sentenceOf(service, stops, container?.name, words),
			...stops.beginning,
			...withChange(change, [...deathLines(evidence, stops.tasks), ...previous], advice),
			ruledOut: ruledOut(stops),
			explains: [
				'x-desired-gap',
				'service-tasks-replaced-unhealthy',
				'elb-target-unhealthy',
				...killedBeside(stops),
				...triedInVain(evidence, stops),
			],
		}),
	];
}

/** `app dies after about 38s: exit 1, application error; 5 tasks died in 15 min, 2 of 4 running` */
function sentenceOf(service: Service, { tasks, recent }: FailedStops, name: string | undefined, words: string): string {
	const lived = medianLifetime(tasks);
	const dies = name === undefined ? 'its tasks die' : `${name} dies`;
	const after = lived === undefined ? '' : ` after about ${duration(lived)}`;
	const short = service.runningCount < service.desiredCount ? `, ${counts(service)}` : '';
	return `${dies}${after}: ${words}; ${recent} tasks died in 15 min${short}`;
}

/** How the revisions do that did not die: whether it is the new one, or everything around it. */
function previousRevision({ tasks = [] }: Evidence, stops: FailedStops): readonly EvidenceLine[] {
	const dying = new Set(stops.tasks.map(({ taskDefinitionArn }) => taskDefinitionArn));
	const others = tasks.filter((task) => !dying.has(task.taskDefinitionArn) && task.startedAt !== undefined);
	return Array.from(
		Map.groupBy(others, ({ taskDefinitionArn }) => taskDefinitionArn),
		([arn, members]) => {
			const running = members.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
			const lived = Math.max(0, ...members.flatMap((task) => lifetime(task) ?? []));
			const words = running > 0 ? `${running} of its tasks run` : `its tasks ran for up to ${duration(lived)}`;
			return { text: `${colon(arn)} did not die in that time: ${words}`, api: 'ecs:DescribeTasks' };
		},
	);
}

function ruledOut({ tasks }: FailedStops): readonly string[] {
	const revisions = new Set(tasks.map(({ taskDefinitionArn }) => colon(taskDefinitionArn)));
	const isMemory = tasks.some(({ containers }) =>
		containers.some(({ reason = '' }) => /out ?of ?memory/iu.test(reason)),
	);
	return [
		...(tasks.some(({ startedAt }) => startedAt !== undefined)
			? ['Not its image, secrets or network: its containers were started']
			: []),
		...(isMemory ? [] : ['Not its memory limit, as far as ECS tells: no container was killed for memory']),
		...(revisions.size > 1 ? [`Not one revision alone: tasks of ${[...revisions].join(' and ')} die`] : []),
	];
}

/** What most of them died of; of two the one that came last. */
function commonest(causes: readonly StopCause[]): StopCause {
	const groups = [...Map.groupBy(causes, ({ words }) => words).values()];
	const [[first]] = groups.toSorted((a, b) => b.length - a.length) as [[StopCause]];
	return first;
}

/** A check that kills some of those that crash finds nobody to answer it; where it kills most, it is the news. */
function killedBeside({ tasks }: FailedStops): readonly string[] {
	const by = (words: RegExp) => tasks.filter(({ stoppedReason = '' }) => words.test(stoppedReason)).length;
	return [
		...(2 * by(/failed ELB health checks/iu) <= tasks.length ? ['elb-healthcheck-failed'] : []),
		...(2 * by(/failed container health checks/iu) <= tasks.length ? ['container-healthcheck-failed'] : []),
	];
}

/** What died before the rollback dies after it, too: then the rollback is not the news. */
function triedInVain(evidence: Evidence, { beginning: { since = Infinity } }: FailedStops): readonly string[] {
	const startedAt = latestRollout(evidence)?.rollback?.startedAt;
	return startedAt !== undefined && since < startedAt
		? ['x-circuit-breaker', 'deployment-alarm', 'deployment-rolled-back']
		: [];
}
