import type { Alarm } from '../model/alarm.ts';
import type { HealthFlip } from '../model/health-flip.ts';
import type { TargetHealth } from '../model/load-balancing.ts';
import type { Resource } from '../model/resource.ts';
import type { Task } from '../model/task.ts';
import { keepFlips } from './keep-flips.ts';
import type { Picture, Table } from './picture.ts';
import { targetGroupsOf } from './related.ts';

/**
 * Compares what came in with what was known, and writes down whose health has changed. Pure. Gives `after` back
 * as it is when nothing has.
 *
 * @param at when it came in, epoch ms
 */
export function noticeFlips(before: Picture, after: Picture, at: number): Picture {
	const flips = [
		...changed(before.tasks, after.tasks).flatMap(([serviceArn, was, is]) => taskFlips({ at, serviceArn }, was, is)),
		...changed(before.alarms, after.alarms).flatMap(([serviceArn, was, is]) => alarmFlips({ at, serviceArn }, was, is)),
		...changed(before.targetHealth, after.targetHealth).flatMap(([group, was, is]) => {
			const seen = targetFlips(group, was, is);
			return seen.length === 0
				? []
				: behind(after, group).flatMap((serviceArn) => seen.map(saidOf({ at, serviceArn })));
		}),
	];
	return flips.length === 0 ? after : { ...after, flips: keepFlips(after.flips, flips, at) };
}

type Said = Pick<HealthFlip, 'at' | 'serviceArn'>;
type Unsaid<T = HealthFlip> = T extends HealthFlip ? Omit<T, keyof Said> : never;

function saidOf(said: Said): (flip: Unsaid) => HealthFlip {
	return (flip) => ({ ...said, ...flip });
}

/** Those of a table that have another value than before. */
function changed<T>(
	before: Table<Resource<T>>,
	after: Table<Resource<T>>,
): readonly (readonly [key: string, was: T | undefined, is: T])[] {
	if (before === after) return [];
	return Object.entries(after).flatMap(([key, { value }]) => {
		const was = before[key]?.value;
		return value === undefined || value === was ? [] : [[key, was, value] as const];
	});
}

/** A task first seen when it had stopped tells nothing of when its health changed. */
function taskFlips(said: Said, was: Table<Task> | undefined, is: Table<Task>): readonly HealthFlip[] {
	const flips = Object.values(is).flatMap((task): readonly Unsaid[] => {
		const { taskArn } = task;
		const known = was?.[taskArn];
		if (known === task || (!known && isOver(task))) return [];
		const healthOf = (one: Task | undefined, name: string) =>
			one?.containers.find((container) => container.name === name)?.healthStatus;
		return [
			...turn(known?.healthStatus, task.healthStatus, task).map((flip) => ({
				kind: 'task' as const,
				taskArn,
				...flip,
			})),
			...task.containers.flatMap(({ name, healthStatus }) =>
				turn(healthOf(known, name), healthStatus, task).map((flip) => ({
					kind: 'container' as const,
					taskArn,
					container: name,
					...flip,
				})),
			),
		];
	});
	return flips.map(saidOf(said));
}

type Turn = Pick<HealthFlip, 'before' | 'after'>;

/** Of a task that goes, only a failed check is news: what is stopped loses the health it had. */
function turn(before: string | undefined, after: string | undefined, task: Task): readonly Turn[] {
	if (after === undefined || before === after) return [];
	if (before === undefined) return after === 'UNKNOWN' ? [] : [{ after }];
	return isOver(task) && after !== 'UNHEALTHY' ? [] : [{ before, after }];
}

function isOver({ desiredStatus, lastStatus }: Task): boolean {
	return desiredStatus === 'STOPPED' || lastStatus === 'STOPPED';
}

function targetFlips(
	targetGroupArn: string,
	was: readonly TargetHealth[] | undefined,
	is: readonly TargetHealth[],
): readonly Unsaid[] {
	const known = new Map(was?.map((target) => [`${target.id}:${target.port}`, target.state]));
	return is.flatMap(({ id, port, state, reason, description }) => {
		const before = known.get(`${id}:${port}`);
		if (before === state) return [];
		return [
			{
				kind: 'target' as const,
				targetGroupArn,
				targetId: id,
				port,
				after: state,
				...(before !== undefined && { before }),
				...(reason !== undefined && { reason }),
				...(description !== undefined && { description }),
			},
		];
	});
}

function alarmFlips(said: Said, was: readonly Alarm[] | undefined, is: readonly Alarm[]): readonly HealthFlip[] {
	return is.flatMap(({ name, state, reason }) => {
		const before = was?.find((alarm) => alarm.name === name)?.state;
		if (before === state) return [];
		const known = { ...(before !== undefined && { before }), ...(reason !== undefined && { reason }) };
		return [{ ...said, kind: 'alarm' as const, alarmName: name, after: state, ...known }];
	});
}

/** The services that a target group sends traffic to: one, as a rule. */
function behind({ services }: Picture, targetGroupArn: string): readonly string[] {
	return Object.values(services).flatMap(({ value }) =>
		Object.values(value ?? {}).flatMap((service) =>
			targetGroupsOf(service).includes(targetGroupArn) ? [service.serviceArn] : [],
		),
	);
}
