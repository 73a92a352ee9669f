import type { CheckKill } from './check-kills.ts';
import type { Evidence } from './evidence.ts';
import { flipsOfTask } from './last-flip.ts';
import { startUp } from './start-up.ts';
import type { Confidence } from './finding.ts';

/** Tasks that were killed before they could pass a check, as far as anything but the time tells. */
export type SlowStarts = {
	readonly kills: readonly CheckKill[];
	readonly confidence: Confidence;
	/** Seconds that the slowest of them took until it said it was up; undefined where none came so far. */
	readonly slowest: number | undefined;
	/** Seconds that the longest lived. */
	readonly longest: number;
};

/** A lone kill can be anything. */
const SEVERAL = 2;

/** The share of kills that must fit: the rest may have ended of something else. Our own number. */
const MOST = 2 / 3;

/** A task that lived so many times as long as those was up. Our own number. */
const GROWN = 3;

/**
 * Whether kills that fit by their time were slow starts: by their logs, or because others of their revision pass the same
 * check. A task that was up with time to spare, or was healthy once, failed of something else.
 * @param spare seconds that a task needs after it is up until it passes
 */
export function slowStarts(
	evidence: Evidence,
	kills: readonly CheckKill[],
	fits: (kill: CheckKill) => boolean,
	spare: number,
): SlowStarts | undefined {
	const fitting = kills.filter((kill) => fits(kill) && !wasHealthy(evidence, kill));
	if (fitting.length < SEVERAL || fitting.length < MOST * kills.length) return undefined;
	const longest = Math.max(...fitting.map(({ lifetime }) => lifetime));
	// What ran well for long fails its check as well: then it is not the start.
	if (kills.some(({ lifetime }) => lifetime > GROWN * longest)) return undefined;
	const starts = fitting.map(({ task, lifetime }) => ({
		up: startUp(task, evidence.lastLines?.[task.taskArn]),
		lifetime,
	}));
	const isLate = ({ up, lifetime }: (typeof starts)[number]) =>
		up === 'unfinished' || (typeof up === 'number' && up + spare > lifetime);
	const told = starts.filter(({ up }) => up !== undefined);
	const confidence = told.length > 0 ? 'high' : othersPass(evidence, fitting) ? 'medium' : undefined;
	if (confidence === undefined || !told.every(isLate)) return undefined;
	const ups = told.flatMap(({ up }) => (typeof up === 'number' ? [up] : []));
	return {
		kills: fitting,
		confidence,
		slowest: ups.length === 0 ? undefined : Math.max(...ups),
		longest,
	};
}

function wasHealthy(evidence: Evidence, { task, by }: CheckKill): boolean {
	if (by === 'container') return flipsOfTask(evidence, task.taskArn)?.some(({ after }) => after === 'HEALTHY') ?? false;
	const { flips = [] } = evidence;
	return flips.some(
		(flip) =>
			flip.kind === 'target' &&
			flip.targetId === task.privateIpv4Address &&
			flip.after === 'healthy' &&
			flip.at >= (task.startedAt ?? 0),
	);
}

/** A running task of the same revision passes the check that killed the others: it can be passed. */
function othersPass({ tasks = [], targets = [] }: Evidence, [kill]: readonly CheckKill[]): boolean {
	const siblings = tasks.filter(
		({ lastStatus, taskDefinitionArn }) =>
			lastStatus === 'RUNNING' && taskDefinitionArn === kill?.task.taskDefinitionArn,
	);
	if (kill?.by === 'container') return siblings.some(({ healthStatus }) => healthStatus === 'HEALTHY');
	const healthy = new Set(targets.filter(({ state }) => state === 'healthy').map(({ id }) => id));
	return siblings.some(({ privateIpv4Address }) => healthy.has(privateIpv4Address ?? ''));
}
