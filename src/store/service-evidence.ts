import type { Alarm } from '../model/alarm.ts';
import type { CapacityProvider } from '../model/cluster-capacity.ts';
import type { ContainerInstance } from '../model/container-instance.ts';
import type { ServiceDeployment } from '../model/deployment-history.ts';
import type { HealthFlip } from '../model/health-flip.ts';
import type { TargetGroup, TargetHealth } from '../model/load-balancing.ts';
import type { LogLine } from '../model/log-line.ts';
import type { ServiceMetrics } from '../model/metrics.ts';
import type { Resource } from '../model/resource.ts';
import type { ScalingActivity } from '../model/scaling-activity.ts';
import type { ScheduledAction, ServiceScaling } from '../model/scaling.ts';
import type { Service } from '../model/service.ts';
import type { Subnet } from '../model/subnet.ts';
import type { TaskDefinition } from '../model/task-definition.ts';
import type { Task } from '../model/task.ts';
import { oldAfter } from './old-after.ts';
import type { Picture, Table } from './picture.ts';
import { TASKS_LAG } from './plan-evidence.ts';
import { restEvery } from './plan-health.ts';
import { tasksEvery } from './readings/tasks.ts';
import { relatedTaskDefinitions, runsOnInstances, targetGroupsOf } from './related.ts';
import { stoppedTasksOf } from './tasks-of.ts';

/** A service with all that the picture holds about it now. What was not read is undefined. */
export type ServiceEvidence = {
	readonly service: Service;
	/** Running ones when they were read lately, stopped ones of the last hours; each once. */
	readonly tasks: readonly Task[] | undefined;
	/** Of all its target groups. */
	readonly targets: readonly TargetHealth[] | undefined;
	readonly history: readonly ServiceDeployment[] | undefined;
	readonly scaling: ServiceScaling | null | undefined;
	readonly metrics: ServiceMetrics | undefined;
	/** By ARN: of the present deployments, of those before them, of tasks that stopped. */
	readonly taskDefinitions: Table<TaskDefinition> | undefined;
	readonly targetGroups: readonly TargetGroup[] | undefined;
	/** Oldest first. */
	readonly flips: readonly HealthFlip[] | undefined;
	/** Newest first. */
	readonly activities: readonly ScalingActivity[] | undefined;
	readonly scheduledActions: readonly ScheduledAction[] | undefined;
	/** Those that watch its deployments. */
	readonly alarms: readonly Alarm[] | undefined;
	/** ACTIVE ones of its cluster, for a service that runs on them. */
	readonly instances: readonly ContainerInstance[] | undefined;
	/** Those of its strategy; without one all of its cluster, for a service that runs on instances. */
	readonly capacityProviders: readonly CapacityProvider[] | undefined;
	/** Those that it places tasks in. */
	readonly subnets: readonly Subnet[] | undefined;
	/** By task ARN: what tasks that died said last, oldest line first. */
	readonly lastLines: Table<readonly LogLine[]> | undefined;
};

type Joined = 'tasks' | 'targets' | 'taskDefinitions' | 'targetGroups' | 'lastLines' | 'capacityProviders';

/** What the picture holds, before it is joined. */
type Sources = Omit<ServiceEvidence, Joined> & {
	readonly stopped: Table<Task> | undefined;
	readonly tasks: Table<Task> | undefined;
	/** The tasks were read lately, so those that run count. */
	readonly tasksAreCurrent: boolean;
	/** Of its cluster. */
	readonly providers: readonly CapacityProvider[] | undefined;
	/** Each is one thing, or a list, that was read by itself. */
	readonly lists: {
		/** By target group: those that were read lately. */
		readonly targets: readonly (readonly TargetHealth[])[];
		readonly taskDefinitions: readonly TaskDefinition[];
		readonly targetGroups: readonly TargetGroup[];
		readonly lastLines: readonly (readonly LogLine[])[];
	};
};

/** Joins a service with all that was read of it. */
export function serviceEvidence(picture: Picture, service: Service): ServiceEvidence {
	const { tasksAreCurrent, stopped, tasks, lists, providers, ...rest } = sourcesOf(picture, service);
	const { targets, taskDefinitions, targetGroups } = lists;
	const own = Object.entries(tasks ?? {}).filter(([, { lastStatus }]) => tasksAreCurrent || lastStatus === 'STOPPED');
	const lines = linesOf(picture, stopped, tasks);
	return {
		...rest,
		tasks:
			stopped === undefined && tasks === undefined
				? undefined
				: Object.values({ ...stopped, ...Object.fromEntries(own) }),
		targets: orNone(targets.flat(), targets),
		taskDefinitions: orNone(
			Object.fromEntries(taskDefinitions.map((one) => [one.taskDefinitionArn, one])),
			taskDefinitions,
		),
		targetGroups: orNone(targetGroups, targetGroups),
		capacityProviders: providers && providersOf(service, providers),
		lastLines: orNone(Object.fromEntries(lines), lines),
	};
}

/** What the evidence is made of: while these are the same objects, it is the same evidence. */
export function evidenceParts(picture: Picture, service: Service): readonly unknown[] {
	const { lists, ...rest } = sourcesOf(picture, service);
	return [...Object.values(rest), ...Object.values(lists).flat()];
}

function sourcesOf(picture: Picture, service: Service): Sources {
	const { serviceArn, clusterArn } = service;
	const tasks = picture.tasks[serviceArn];
	const serviceReadAt = picture.serviceReadAt[serviceArn];
	const lag = targetsLag(picture);
	const groups = targetGroupsOf(service);
	const stopped = stoppedTasksOf(picture, service);
	return {
		service,
		stopped,
		tasks: tasks?.value,
		tasksAreCurrent: isCurrent(tasks, serviceReadAt, tasksLag(picture, service)),
		history: picture.serviceDeployments[serviceArn]?.value,
		scaling: picture.scaling[serviceArn]?.value,
		metrics: picture.metrics[serviceArn]?.value,
		flips: picture.flips[serviceArn],
		activities: picture.scalingActivities[serviceArn]?.value,
		scheduledActions: picture.scheduledActions[serviceArn]?.value,
		alarms: picture.alarms[serviceArn]?.value,
		subnets: picture.subnets[serviceArn]?.value,
		instances: runsOnInstances(service) ? picture.containerInstances[clusterArn]?.value : undefined,
		providers: picture.capacityProviders[clusterArn]?.value,
		lists: {
			targets: groups.flatMap((arn) => {
				const group = picture.targetHealth[arn];
				return group?.value && isCurrent(group, serviceReadAt, lag) ? [group.value] : [];
			}),
			taskDefinitions: relatedTaskDefinitions(picture, service).flatMap(
				(arn) => picture.taskDefinitions[arn]?.value ?? [],
			),
			targetGroups: groups.flatMap((arn) => picture.targetGroups[arn]?.value ?? []),
			lastLines: linesOf(picture, stopped, tasks?.value).map(([, lines]) => lines),
		},
	};
}

/** Undefined where nothing was read. */
function orNone<T>(joined: T, read: readonly unknown[]): T | undefined {
	return read.length === 0 ? undefined : joined;
}

/** By task ARN. */
function linesOf(
	{ lastLines }: Picture,
	stopped: Table<Task> = {},
	tasks: Table<Task> = {},
): readonly (readonly [taskArn: string, lines: readonly LogLine[]])[] {
	// Few tasks of few services have some; all services ask.
	return Object.entries(lastLines).flatMap(([arn, { value }]) =>
		value !== undefined && (arn in stopped || arn in tasks) ? [[arn, value] as const] : [],
	);
}

function providersOf(
	service: Service,
	providers: readonly CapacityProvider[],
): readonly CapacityProvider[] | undefined {
	const own = new Set(service.capacityProviderStrategy.map(({ capacityProvider }) => capacityProvider));
	if (own.size > 0) return providers.filter(({ name }) => own.has(name));
	return runsOnInstances(service) ? providers : undefined;
}

/** `lag`: ms by which it may be older than the service itself and still be said of its present. */
function isCurrent(resource: Resource<unknown> | undefined, serviceReadAt = 0, lag: number): boolean {
	return resource?.readAt !== undefined && resource.readAt >= serviceReadAt - lag;
}

function tasksLag(picture: Picture, { runningCount }: Service): number {
	return Math.max(TASKS_LAG, oldAfter('on screen', picture), 2 * tasksEvery(runningCount));
}

/** How many target groups there are: every service asks, and to count them takes its time. */
const counts = new WeakMap<Picture['targetHealth'], number>();

function targetsLag({ targetHealth, refreshMs }: Picture): number {
	const groups = counts.get(targetHealth) ?? Object.keys(targetHealth).length;
	counts.set(targetHealth, groups);
	return Math.max(10 * 60_000, 2 * refreshMs, 2 * restEvery(groups));
}
