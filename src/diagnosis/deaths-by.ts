import { endedAt, type Task } from '../model/task.ts';
import type { Beginning, Evidence } from './evidence.ts';
import { LOOP } from './failed-stops.ts';
import type { Finding, Severity } from './finding.ts';
import { findLoop } from './loop.ts';
import { presentDeaths } from './present-trouble.ts';

/** The tasks of the present trouble that ended in one way. */
export type Deaths = {
	/** Newest first, of the last 15 minutes. */
	readonly tasks: readonly Task[];
	readonly beginning: Beginning;
	/** They are what the loop consists of, mostly: then they explain it. */
	readonly makeTheLoop: boolean;
};

/** Those of the tasks that died lately which fit. */
export function deathsBy(evidence: Evidence, now: number, fits: (task: Task) => boolean): Deaths {
	const stops = presentDeaths(evidence, now);
	const tasks = stops?.tasks.filter(fits) ?? [];
	if (!stops || tasks.length === 0) return { tasks, beginning: {}, makeTheLoop: false };
	const isAll = tasks.length === stops.recent;
	const since = Math.min(...tasks.map((task) => endedAt(task) ?? now));
	const makeTheLoop = 2 * tasks.length > stops.recent;
	return { tasks, beginning: isAll ? stops.beginning : { since }, makeTheLoop };
}

/** Three make a loop, two are no accident any more, one may be. Our own numbers. */
export function severityOfDeaths({ tasks }: Deaths, evidence: Evidence): Severity {
	if (tasks.length >= LOOP) return 'high';
	const { runningCount, desiredCount } = evidence.service;
	return tasks.length === LOOP - 1 || runningCount < desiredCount ? 'warning' : 'info';
}

/** What follows from tasks that die: of a loop only what it consists of mostly. */
export function followsFrom(
	{ makeTheLoop }: Deaths,
	evidence: Evidence,
	now: number,
): NonNullable<Finding['explains']> {
	const loop = ['x-crash-loop', 'x-start-loop', 'x-circuit-breaker', 'service-tasks-replaced-unhealthy'];
	return makeTheLoop || !findLoop(evidence, now) ? [...loop, 'x-desired-gap'] : [];
}
