import type { ServiceDeployment } from '../model/deployment-history.ts';
import type { TargetHealth } from '../model/load-balancing.ts';
import type { ServiceMetrics } from '../model/metrics.ts';
import type { Resource } from '../model/resource.ts';
import type { ServiceScaling } from '../model/scaling.ts';
import type { Service } from '../model/service.ts';
import type { Task } from '../model/task.ts';
import { oldAfter } from './old-after.ts';
import type { Picture, Table } from './picture.ts';
import { restEvery } from './plan-health.ts';
import { tasksEvery } from './readings/tasks.ts';
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
};

/** What the picture holds, before it is joined. */
type Sources = Pick<ServiceEvidence, 'service' | 'history' | 'scaling' | 'metrics'> & {
	readonly stopped: Table<Task> | undefined;
	readonly tasks: Table<Task> | undefined;
	/** The tasks were read lately, so those that run count. */
	readonly tasksAreCurrent: boolean;
	/** By target group: those that were read lately. */
	readonly targets: readonly (readonly TargetHealth[])[];
};

/** Joins a service with its tasks, targets, scaling and metrics. */
export function serviceEvidence(picture: Picture, service: Service): ServiceEvidence {
	const { tasksAreCurrent, stopped, tasks, targets, ...rest } = sourcesOf(picture, service);
	const own = Object.entries(tasks ?? {}).filter(([, { lastStatus }]) => tasksAreCurrent || lastStatus === 'STOPPED');
	return {
		...rest,
		tasks:
			stopped === undefined && tasks === undefined
				? undefined
				: Object.values({ ...stopped, ...Object.fromEntries(own) }),
		targets: targets.length === 0 ? undefined : targets.flat(),
	};
}

/** What the evidence is made of: while these are the same objects, it is the same evidence. */
export function evidenceParts(picture: Picture, service: Service): readonly unknown[] {
	const { targets, ...rest } = sourcesOf(picture, service);
	return [...Object.values(rest), ...targets];
}

function sourcesOf(picture: Picture, service: Service): Sources {
	const { serviceArn, loadBalancers } = service;
	const tasks = picture.tasks[serviceArn];
	const serviceReadAt = picture.serviceReadAt[serviceArn];
	const lag = targetsLag(picture);
	return {
		service,
		stopped: stoppedTasksOf(picture, service),
		tasks: tasks?.value,
		tasksAreCurrent: isCurrent(tasks, serviceReadAt, tasksLag(picture, service)),
		targets: loadBalancers.flatMap(({ targetGroupArn = '' }) => {
			const group = picture.targetHealth[targetGroupArn];
			return group?.value && isCurrent(group, serviceReadAt, lag) ? [group.value] : [];
		}),
		history: picture.serviceDeployments[serviceArn]?.value,
		scaling: picture.scaling[serviceArn]?.value,
		metrics: picture.metrics[serviceArn]?.value,
	};
}

/** `lag`: ms by which it may be older than the service itself and still be said of its present. */
function isCurrent(resource: Resource<unknown> | undefined, serviceReadAt = 0, lag: number): boolean {
	return resource?.readAt !== undefined && resource.readAt >= serviceReadAt - lag;
}

function tasksLag(picture: Picture, { runningCount }: Service): number {
	return Math.max(oldAfter('on screen', picture), 2 * tasksEvery(runningCount));
}

/** How many target groups there are: every service asks, and to count them takes its time. */
const counts = new WeakMap<Picture['targetHealth'], number>();

function targetsLag({ targetHealth, refreshMs }: Picture): number {
	const groups = counts.get(targetHealth) ?? Object.keys(targetHealth).length;
	counts.set(targetHealth, groups);
	return Math.max(10 * 60_000, 2 * refreshMs, 2 * restEvery(groups));
}
