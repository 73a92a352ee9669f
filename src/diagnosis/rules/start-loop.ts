import { primaryDeployment, type Service } from '../../model/service.ts';
import { endedAt, type Task } from '../../model/task.ts';
import { aboutService, catalogueSteps, readLogs } from '../about-service.ts';
import { colon } from '../colon.ts';
import { changedBefore, withChange } from '../changed-before.ts';
import { counts } from '../counts.ts';
import { deathLines } from '../death-lines.ts';
import type { Beginning, Evidence } from '../evidence.ts';
import { LOOP } from '../failed-stops.ts';
import type { Finding, NextStep, Severity } from '../finding.ts';
import { findLoop, neverStarted } from '../loop.ts';
import { namedIn } from '../named-in.ts';
import { presentDeaths } from '../present-trouble.ts';
import { type StopCause, stopCause } from '../stop-cause.ts';

/** What follows from tasks that cannot start. */
const FOLLOWS = ['x-crash-loop', 'x-circuit-breaker', 'x-desired-gap'];

/**
 * Tasks that never get as far as running: one finding for each reason, however many tasks. Its id is the catalogue's where
 * that knows the reason (`image-not-found`, `secret-access-denied`), else x-start-loop.
 */
export function startLoop(evidence: Evidence, now: number): readonly Finding[] {
	const stops = presentDeaths(evidence, now);
	const failed = stops?.tasks.filter(neverStarted) ?? [];
	if (failed.length === 0) return countedByEcs(evidence, now);
	const causes = failed.map((task) => ({
		task,
		cause: stopCause(task, evidence.taskDefinitions?.[task.taskDefinitionArn]),
	}));
	const groups = Map.groupBy(causes, ({ cause }) => (cause.id === 'unknown' ? cause.words : cause.id));
	const isLoop = findLoop(evidence, now)?.kind === 'start';
	const bySize = [...groups.values()].toSorted((a, b) => b.length - a.length);
	return bySize.flatMap((members, index) => {
		const [first] = members;
		const tasks = members.map(({ task }) => task);
		const beginning = groups.size === 1 && isLoop ? stops?.beginning : firstOf(tasks);
		const makesTheLoop = isLoop && index === 0;
		return first ? [toFinding(evidence, { ...first, tasks, makesTheLoop, beginning: beginning ?? {} })] : [];
	});
}

type Group = {
	readonly task: Task;
	readonly cause: StopCause;
	readonly tasks: readonly Task[];
	readonly makesTheLoop: boolean;
	readonly beginning: Beginning;
};

function toFinding(evidence: Evidence, { task, cause, tasks, beginning, makesTheLoop }: Group): Finding {
	const { service } = evidence;
	const change = changedBefore(evidence, beginning, tasks);
	const isKnown = cause.id !== 'unknown';
	const isShort = service.runningCount < service.desiredCount;
	const many = tasks.length === 1 ? 'a task could not start' : `${tasks.length} tasks could not start in 15 min`;
	const sentence = `${cause.words}${namedIn(task, cause, evidence)}; ${many}${isShort ? `, ${counts(service)}` : ''}`;
	return aboutService(service, {
		id: isKnown ? cause.id : 'x-start-loop',
		severity: makesTheLoop ? 'critical' : severityOf(service),
		confidence: isKnown ? 'high' : 'medium',
		sentence,
		...beginning,
		...withChange(change, deathLines(evidence, tasks), [
			...catalogueSteps(cause.next, service, cause.fields['image'] ?? cause.container?.image),
			...anew(service),
		]),
		ruledOut: ['Not the application: none of its containers got as far as running'],
		explains: FOLLOWS,
	});
}

/** One that failed while all that should run run, and nothing is rolled out, was made good already. */
function severityOf(service: Service): Severity {
	if (service.runningCount < service.desiredCount) return 'high';
	return primaryDeployment(service)?.rolloutState === 'IN_PROGRESS' ? 'warning' : 'info';
}

/** ECS waits ever longer between tries, up to 15 minutes (ECS developer guide, service throttle logic). */
function anew({ serviceName }: Service): readonly NextStep[] {
	return [
		{
			text: 'Once it is mended, deploy anew: ECS waits up to 15 min between tries',
			binding: 'act.force',
			command: `deckwatch deploy ${serviceName} --force`,
		},
	];
}

function firstOf(tasks: readonly Task[]): Beginning {
	const ends = tasks.flatMap((task) => endedAt(task) ?? []);
	return ends.length === 0 ? {} : { since: Math.min(...ends) };
}

/** ECS counts the tasks of a deployment that fail before they are well; seen where they themselves were not read. */
function countedByEcs(evidence: Evidence, now: number): readonly Finding[] {
	const { service } = evidence;
	const primary = primaryDeployment(service);
	if (!primary || primary.failedTasks < LOOP || findLoop(evidence, now)) return [];
	const stops = presentDeaths(evidence, now);
	const sentence = `${primary.failedTasks} tasks of ${colon(primary.taskDefinition)} failed in a row`;
	return [
		aboutService(service, {
			id: 'x-start-loop',
			severity: 'critical',
			confidence: stops ? 'high' : 'medium',
			sentence: stops ? `${sentence}; the last: ${stops.words}` : sentence,
			...stops?.beginning,
			evidence: [
				{
					text: `${primary.failedTasks} failed tasks in ${primary.id}`,
					api: 'ecs:DescribeServices',
					place: { kind: 'deployments' },
				},
				...deathLines(evidence, stops?.tasks ?? []),
			],
			next: [readLogs(service)],
			explains: ['x-desired-gap'],
		}),
	];
}
