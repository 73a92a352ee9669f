import type { ServiceEvent } from '../../model/service.ts';
import { eventWords } from '../event-words.ts';
import { isToldByRollouts, type RolloutMoment } from '../rollout-moments.ts';
import { CANNOT_PLACE, DEPLOYMENT_FAILED, FAILED_CHECK, REPLACED, ROLLING_BACK, STARTED } from '../service-events.ts';
import type { FreshEntry, TimelineLevel } from './timeline-entry.ts';

const FAILURES = [CANNOT_PLACE, DEPLOYMENT_FAILED, FAILED_CHECK, ROLLING_BACK];

/** Amazon ECS developer guide, "Service event messages". */
const STOPPED = /has stopped \d+ running tasks?/iu;
const UNHEALTHY_TARGET = /is unhealthy in \(target-group (?<group>\S+?)\)/iu;

/** What ECS says of every task that comes or goes: of a loop nobody reads each. */
const COMING_AND_GOING =
	/has started \d+ tasks?|has stopped \d+ running tasks?|registered \d+ targets?|has begun draining connections/iu;

/** What is told by others, so that an event that says the same is left out. */
export type Told = {
	readonly moments: readonly RolloutMoment[];
	/** ARNs, by the ids of tasks whose start has an entry, and whose end has one. */
	readonly started: ReadonlyMap<string, string>;
	readonly stopped: ReadonlyMap<string, string>;
	/** When targets of a group were seen to become unhealthy. */
	readonly unhealthy: readonly { readonly targetGroupArn: string; readonly at: number }[];
	/** When tasks were stopped because they failed a check. */
	readonly failedChecks: readonly number[];
};

/** What ECS says that nobody else does. */
export function eventEntries(events: readonly ServiceEvent[], told: Told): readonly FreshEntry[] {
	return events
		.filter((event) => !isToldByRollouts(event, told.moments))
		.filter((event) => !isToldByTasks(event, told) && !isToldByStops(event, told) && !isToldByFlips(event, told))
		.map(({ id, createdAt, message }) => {
			const level = eventLevel(message);
			const text = eventWords(message).replace(/\.$/u, '');
			const [task = ''] = tasksIn(message);
			const taskArn = told.stopped.get(task) ?? told.started.get(task);
			return {
				id: `event ${id}`,
				at: createdAt,
				kind: 'event' as const,
				level,
				text,
				detail: [message],
				place: taskArn === undefined ? { kind: 'event' as const, id } : { kind: 'task' as const, taskArn },
				...((level !== 'routine' || COMING_AND_GOING.test(message)) && { run: `event ${withoutNumbers(text)}` }),
			};
		});
}

/** A single unhealthy target mostly heals by itself; what keeps tasks from running or a rollout from ending does not. */
function eventLevel(message: string): TimelineLevel {
	if (FAILURES.some((wording) => wording.test(message))) return 'failing';
	return /is unhealthy in|is unable to|was unable to|throttled/iu.test(message) ? 'degraded' : 'routine';
}

/** `has started 2 tasks`, of tasks that each have their own entry; and that one failed a check, which its end says. */
function isToldByTasks({ message }: ServiceEvent, { started, stopped }: Told): boolean {
	const tasks = tasksIn(message);
	if (tasks.length === 0) return false;
	const within = (told: ReadonlyMap<string, string>) => tasks.every((task) => told.has(task));
	// With a reason behind it, it says more than that they started.
	if (STARTED.test(message)) return /\)\.?$/u.test(message) && (within(started) || within(stopped));
	return (STOPPED.test(message) || FAILED_CHECK.test(message) || UNHEALTHY_TARGET.test(message)) && within(stopped);
}

/** Ms by which a task's end, or a look at the targets, may come after the event about it, or before it. */
const CLOSE = 60_000;

/** That a sick task was replaced: its end says so, and of what. The task that is named is the new one. */
function isToldByStops({ message, createdAt }: ServiceEvent, { failedChecks }: Told): boolean {
	return REPLACED.test(message) && failedChecks.some((at) => Math.abs(at - createdAt) <= CLOSE);
}

function isToldByFlips({ message, createdAt }: ServiceEvent, { unhealthy }: Told): boolean {
	const group = UNHEALTHY_TARGET.exec(message)?.groups?.['group'];
	return unhealthy.some(({ targetGroupArn, at }) => targetGroupArn === group && Math.abs(at - createdAt) <= CLOSE);
}

/** The ids that stand in an event. */
function tasksIn(message: string): readonly string[] {
	return [...message.matchAll(/\(task ([0-9a-f]{32})\)/gu)].map(([, id = '']) => id);
}

/** `registered 2 targets in target group checkout-8` -> `registered targets in target group checkout-8` */
function withoutNumbers(text: string): string {
	return text
		.replaceAll(/(?:, )?task [0-9a-f]{6}/gu, 'task')
		.replaceAll(/ \d+(?= (?:running )?(?:tasks?|targets?)\b)/gu, '');
}
