import type { PastChange } from '../../model/past-change.ts';
import { lastSegment } from '../../model/arn.ts';
import { endedAt } from '../../model/task.ts';
import { deploymentStory } from '../deployment-story.ts';
import type { Evidence } from '../evidence.ts';
import { alarmEntries } from './alarm-entries.ts';
import { changeEntries } from './change-entries.ts';
import { deploymentEntries } from './deployment-entries.ts';
import { eventEntries } from './event-entries.ts';
import { folded } from './fold.ts';
import { healthEntries } from './health-entries.ts';
import { scalingEntries } from './scaling-entries.ts';
import { taskEntries } from './task-entries.ts';
import { taskSetRollouts } from './task-set-rollouts.ts';
import type { FreshEntry, TimelineEntry } from './timeline-entry.ts';

/** What a timeline is made of; what was not read is simply not in it. */
export type TimelineSources = Pick<
	Evidence,
	'service' | 'tasks' | 'history' | 'taskDefinitions' | 'flips' | 'activities' | 'alarms'
> & {
	/** Of any services: those of this one count. */
	readonly changes?: readonly PastChange[] | undefined;
};

/** What happened to a service, newest first, each thing once, whoever told of it. Of one moment the later step is first. */
export function timeline(sources: TimelineSources): readonly TimelineEntry[] {
	const { service, tasks = [], taskDefinitions = {}, flips = [], activities = [], alarms = [], changes = [] } = sources;
	const { serviceArn, events } = service;
	const deployments = deploymentEntries([...deploymentStory(sources), ...taskSetRollouts(service)], taskDefinitions);
	const ofTasks = taskEntries(tasks);
	const health = healthEntries(flips, tasks);
	const own = [
		...ofTasks,
		...health,
		...scalingEntries(activities),
		...alarmEntries(alarms, flips),
		...changeEntries(changes.filter((change) => change.serviceArn === serviceArn)),
	];
	const told = {
		moments: deployments.map(({ moment }) => moment),
		started: arns(ofTasks, 'start'),
		stopped: arns(ofTasks, 'stop'),
		unhealthy: flips.flatMap((flip) =>
			flip.kind === 'target' && flip.after === 'unhealthy' && flip.before !== undefined ? [flip] : [],
		),
		failedChecks: tasks.flatMap((task) =>
			/health checks/iu.test(task.stoppedReason ?? '') ? (endedAt(task) ?? []) : [],
		),
	};
	return inOrder(folded([...eventEntries(events, told), ...deployments.map(({ entry }) => entry), ...own], serviceArn));
}

/** Timelines of several services as one. */
export function inOrder(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
	return foldNeighbours(entries.toSorted((a, b) => b.at - a.at));
}

/** Neighbours that say the same of the same service become one with a count. */
function foldNeighbours(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
	const groups: TimelineEntry[][] = [];
	for (const entry of entries) {
		const group = groups.at(-1);
		const newest = group?.[0];
		const same = newest?.text === entry.text && newest.serviceArn === entry.serviceArn && newest.kind === entry.kind;
		if (same) group?.push(entry);
		else groups.push([entry]);
	}
	return groups.flatMap(([newest, ...others]) => {
		const oldest = others.at(-1);
		if (!newest || !oldest) return newest ?? [];
		const count = others.length + 1;
		return [{ ...newest, text: `${newest.text} ×${count}`, count, since: oldest.at }];
	});
}

/** By the ids of the tasks that have an entry of a kind. */
function arns(entries: readonly FreshEntry[], kind: FreshEntry['kind']): ReadonlyMap<string, string> {
	return new Map(
		entries.flatMap((entry) =>
			entry.kind === kind && entry.place.kind === 'task'
				? [[lastSegment(entry.place.taskArn), entry.place.taskArn] as const]
				: [],
		),
	);
}
