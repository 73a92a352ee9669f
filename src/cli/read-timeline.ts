import { changesOf } from '../actions/changes-of.ts';
import type { Aws } from '../aws/aws.ts';
import { deploymentStory } from '../diagnosis/deployment-story.ts';
import { taskSetRollouts } from '../diagnosis/timeline/task-set-rollouts.ts';
import type { TimelineSources } from '../diagnosis/timeline/timeline.ts';
import { regionOf } from '../model/arn.ts';
import type { PastChange } from '../model/past-change.ts';
import { scalingResourceId } from '../model/scaling-resource-id.ts';
import type { Service } from '../model/service.ts';
import { serviceNameOf, type Task } from '../model/task.ts';
import { auditPath } from './actions/audit-file.ts';
import { readAudit } from './actions/read-audit.ts';
import type { FoundService } from './find.ts';
import { type Io, say } from './io.ts';
import type { Optional } from './optional-readings.ts';

export type TimelineReading = { readonly aws: Aws; readonly io: Io; readonly optional: Optional };

/** Deploys of which it is looked up what was new in them: two calls each. */
const DEPLOYS = 6;

/** All that tells what happened to one service. What may not be read is said, and left out. */
export async function readTimeline({ aws, io, optional }: TimelineReading, service: Service): Promise<TimelineSources> {
	const { serviceArn, clusterArn, serviceName, deploymentConfiguration } = service;
	const { signal } = io;
	const region = regionOf(serviceArn);
	const alarmNames = deploymentConfiguration?.alarms?.alarmNames ?? [];
	const tasksOf = (desiredStatus: 'RUNNING' | 'STOPPED') =>
		aws.tasks(clusterArn, { serviceName, desiredStatus }, { signal });
	const read = <T>(what: string, reading: Promise<T>) => optional(what, [service], reading);
	const [history, running, stopped, activities, alarms, changes] = await Promise.all([
		read('past deploys', aws.serviceDeployments(serviceArn, clusterArn, signal)),
		read('running tasks', tasksOf('RUNNING')),
		read('stopped tasks', tasksOf('STOPPED')),
		read('scaling activities', aws.scalingActivities(region, scalingResourceId(service), signal)),
		alarmNames.length === 0 ? [] : read('alarms', aws.alarms(region, alarmNames, signal)),
		readChanges(io),
	]);
	const tasks = [...(running ?? []), ...(stopped ?? [])];
	const rollouts = [...taskSetRollouts(service), ...deploymentStory({ service, history, tasks })].slice(0, DEPLOYS);
	const arns = [...new Set(rollouts.flatMap(({ from, to }) => [from, to]))].filter((arn) => arn !== undefined);
	const definitions = await Promise.all(
		arns.map(async (arn) => {
			const value = await read('task definitions', aws.taskDefinition(arn, region, signal));
			return value ? [[arn, value] as const] : [];
		}),
	);
	return {
		service,
		history,
		tasks,
		activities,
		alarms,
		changes,
		taskDefinitions: Object.fromEntries(definitions.flat()),
	};
}

/** What can be had for many services with few calls: their events, what stopped in their clusters, and our own changes. */
export async function readTimelines(
	{ aws, io, optional }: TimelineReading,
	found: readonly FoundService[],
): Promise<readonly TimelineSources[]> {
	const changes = await readChanges(io);
	const byCluster = [...Map.groupBy(found, ({ service }) => service.clusterArn)];
	const each = await Promise.all(
		byCluster.map(async ([clusterArn, members]) => {
			const services = members.map(({ service }) => service);
			const reading = aws.tasks(clusterArn, { desiredStatus: 'STOPPED' }, { signal: io.signal });
			const stopped = Map.groupBy((await optional('stopped tasks', services, reading)) ?? [], nameOf);
			return services.map((service) => ({ service, tasks: stopped.get(service.serviceName) ?? [], changes }));
		}),
	);
	return each.flat();
}

function nameOf(task: Task): string | undefined {
	return serviceNameOf(task);
}

async function readChanges(io: Io): Promise<readonly PastChange[]> {
	const path = auditPath(io.env);
	const { entries, unreadable } = await readAudit(path);
	if (unreadable.length > 0) say(io, `deckwatch: ${path}: some lines cannot be read: \`deckwatch audit\` says which.`);
	return changesOf(entries);
}
