import { primaryDeployment, type Service } from '../model/service.ts';
import type { Table } from './picture.ts';
import { elapsed } from './time.ts';

/** Services one DescribeServices call takes (ECS API reference). */
const BATCH = 10;
/** Ms after which a service that fails or changes is looked at again, although nobody looks at it. */
const UNSETTLED = 10_000;
/** Ms after which any other service is. */
const REST = 30_000;

type Question = {
	readonly services: Table<Service>;
	/** By service ARN, epoch ms. */
	readonly readAt: Table<number>;
	/** By service ARN: what is on screen, and how fresh it has to be, in ms. */
	readonly wanted: ReadonlyMap<string, number>;
	/** Whether the services that are not on screen are kept fresh too. */
	readonly all: boolean;
	readonly now: number;
};

/**
 * Which services to describe now, most urgent first: all that are on screen or unsettled and too old, and as many of
 * the others as the last call has room for. When nothing is urgent, one call's worth of the others.
 */
export function dueServices({ services, readAt, wanted, all, now }: Question): readonly string[] {
	const age = (arn: string): number => elapsed(now, readAt[arn] ?? Number.NEGATIVE_INFINITY);
	const oldestFirst = (a: string, b: string): number => compare(age(b), age(a));
	const known = all ? Object.entries(services) : [];
	const limits = new Map(known.map(([arn, service]) => [arn, isSettled(service) ? REST : UNSETTLED]));
	for (const [arn, limit] of wanted) limits.set(arn, limit);
	const due = [...limits].filter(([arn, limit]) => age(arn) >= limit);
	const urgent = due
		.flatMap(([arn, limit]) => (limit < REST || age(arn) === Infinity ? [arn] : []))
		.toSorted(oldestFirst);
	const room = urgent.length === 0 ? (due.length === 0 ? 0 : BATCH) : (BATCH - (urgent.length % BATCH)) % BATCH;
	if (room === 0) return urgent;
	const chosen = new Set(urgent);
	const others = [...limits.keys()].filter((arn) => !chosen.has(arn)).toSorted(oldestFirst);
	return [...urgent, ...others.slice(0, room)];
}

/** Everything that should run runs, and nothing is being rolled out. */
export function isSettled(service: Service): boolean {
	const rollout = primaryDeployment(service)?.rolloutState ?? 'COMPLETED';
	return service.runningCount === service.desiredCount && service.deployments.length <= 1 && rollout === 'COMPLETED';
}

/** `a - b` that also holds for two infinities. */
function compare(a: number, b: number): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
