import { primaryDeployment, type Service } from '../model/service.ts';
import type { Table } from './picture.ts';

/** Services one DescribeServices call takes (ECS API reference). */
export const BATCH = 10;
/** Ms after which a service that fails or changes is looked at again, although nobody looks at it. */
const UNSETTLED = 10_000;
/** Ms after which any other service is. */
const REST = 30_000;
/** Calls that one reading of the rest may always take: soon after Ctrl-r all is new, and no reading takes long. */
const FEW = 5;

/** Ms since a service was read, or more when it is wanted anew; Infinity when it never was. */
export type Age = (serviceArn: string) => number;

/**
 * Which of the services that somebody looks at to describe now: those older than they may be, most wanted first, and
 * as many of the others as the last call has room for, the oldest first.
 *
 * @param limits by service ARN: how old it may get, in ms.
 */
export function dueWanted(limits: ReadonlyMap<string, number>, others: readonly string[], age: Age): readonly string[] {
	const due = [...limits]
		.filter(([arn, limit]) => age(arn) >= limit)
		.toSorted(([a, limitOfA], [b, limitOfB]) => limitOfA - limitOfB || compare(age(b), age(a)))
		.map(([arn]) => arn);
	return fill(due, [...limits.keys(), ...others], age);
}

/**
 * Which of the services that nobody looks at to describe now: the most overdue, in as many calls as it takes to come
 * round in time when there is a reading every so many ms, so that none is forgotten however rarely that is.
 */
export function dueRest(services: Table<Service>, arns: readonly string[], age: Age, every: number): readonly string[] {
	const limits = new Map(
		arns.map((arn) => [arn, services[arn] && !isSettled(services[arn]) ? UNSETTLED : REST] as const),
	);
	const overdue = (arn: string): number => age(arn) / (limits.get(arn) ?? REST);
	const turnover = [...limits.values()].reduce((sum, limit) => sum + Math.min(1, every / limit), 0);
	const due = arns.filter((arn) => overdue(arn) >= 1).toSorted((a, b) => compare(overdue(b), overdue(a)));
	return fill(due.slice(0, BATCH * Math.max(FEW, Math.ceil(turnover / BATCH))), arns, age);
}

/** A call costs the same for one service and for ten. */
function fill(due: readonly string[], others: readonly string[], age: Age): readonly string[] {
	const room = (BATCH - (due.length % BATCH)) % BATCH;
	if (room === 0) return due;
	const chosen = new Set(due);
	const rest = [...new Set(others)].filter((arn) => !chosen.has(arn)).toSorted((a, b) => compare(age(b), age(a)));
	return [...due, ...rest.slice(0, room)];
}

/** Everything that should run runs, and nothing is being rolled out. */
export function isSettled(service: Service): boolean {
	const rollout = primaryDeployment(service)?.rolloutState ?? 'COMPLETED';
	const { runningCount, desiredCount, deployments, taskSets = [] } = service;
	const isOne = deployments.length <= 1 && taskSets.length <= 1;
	return runningCount === desiredCount && isOne && rollout === 'COMPLETED';
}

/** `a - b` that also holds for two infinities. */
function compare(a: number, b: number): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
