import type { TargetHealth } from '../model/load-balancing.ts';
import type { ServiceMetrics } from '../model/metrics.ts';
import type { Resource } from '../model/resource.ts';
import type { ServiceScaling } from '../model/scaling.ts';
import type { Service } from '../model/service.ts';
import type { Task } from '../model/task.ts';
import type { Picture } from './picture.ts';

/** A service with all that the picture holds about it now. What was not read is undefined. */
export type ServiceEvidence = {
	readonly service: Service;
	/** Running ones when they were read lately, stopped ones of the last hours; each once. */
	readonly tasks: readonly Task[] | undefined;
	/** Of all its target groups. */
	readonly targets: readonly TargetHealth[] | undefined;
	readonly scaling: ServiceScaling | null | undefined;
	readonly metrics: ServiceMetrics | undefined;
};

/** Ms by which something may be older than the service itself and still be said of its present. */
const LATELY = { tasks: 30_000, targets: 10 * 60_000 };

/** Joins a service with its tasks, targets, scaling and metrics. */
export function serviceEvidence(picture: Picture, service: Service): ServiceEvidence {
	const { serviceArn } = service;
	return {
		service,
		tasks: tasksOf(picture, service),
		targets: targetsOf(picture, service),
		scaling: picture.scaling[serviceArn]?.value,
		metrics: picture.metrics[serviceArn]?.value,
	};
}

function tasksOf(picture: Picture, { serviceArn, serviceName, clusterArn }: Service): ServiceEvidence['tasks'] {
	const stopped = picture.stoppedTasks[clusterArn]?.value;
	const own = picture.tasks[serviceArn];
	if (stopped === undefined && own?.value === undefined) return undefined;
	const current = isCurrent(own, picture.serviceReadAt[serviceArn], LATELY.tasks);
	const mine = Object.values(own?.value ?? {}).filter(({ lastStatus }) => current || lastStatus === 'STOPPED');
	const tasks = [...Object.values(stopped?.[`service:${serviceName}`] ?? {}), ...mine];
	return [...new Map(tasks.map((task) => [task.taskArn, task])).values()];
}

function targetsOf(picture: Picture, { serviceArn, loadBalancers }: Service): ServiceEvidence['targets'] {
	const groups = loadBalancers.map(({ targetGroupArn = '' }) => picture.targetHealth[targetGroupArn]);
	const read = groups.filter((group) => isCurrent(group, picture.serviceReadAt[serviceArn], LATELY.targets));
	const known = read.flatMap((group) => (group?.value === undefined ? [] : [group.value]));
	return known.length === 0 ? undefined : known.flat();
}

function isCurrent(resource: Resource<unknown> | undefined, serviceReadAt = 0, lately: number): boolean {
	return resource?.readAt !== undefined && resource.readAt >= serviceReadAt - lately;
}
