import type { DeploymentState } from '../deployment.ts';
import { taskDefinitionOf } from '../lifecycle/task-definition-of.ts';
import { COUNTS_AS_HEALTHY_AFTER } from '../lifecycle/start-task.ts';
import { loadBalancersOf, targetsOf } from '../lifecycle/targets-of.ts';
import type { ServiceState } from '../service.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';

/** All tasks of a service that the world still knows, oldest first. */
export function tasksOf(world: World, service: ServiceState): TaskState[] {
	return [...service.taskArns].flatMap((arn) => world.tasks.get(arn) ?? []);
}

/** Those that run now. */
export function runningTasksOf(world: World, service: ServiceState): TaskState[] {
	const running: TaskState[] = [];
	for (const arn of service.taskArns) {
		const task = world.tasks.get(arn);
		if (task?.lastStatus === 'RUNNING') running.push(task);
	}
	return running;
}

/** Those that are meant to run. */
export function activeTasksOf(world: World, service: ServiceState): TaskState[] {
	return tasksOf(world, service).filter(({ desiredStatus }) => desiredStatus === 'RUNNING');
}

/** Tasks by the deployment, or the task set, that started them. */
export function startedBy(tasks: readonly TaskState[], deployment: Pick<DeploymentState, 'id'>): TaskState[] {
	return tasks.filter((task) => task.startedBy === deployment.id);
}

/** Those of a deployment that are to stay: on an instance that drains none is. */
export function stayingTasksOf(world: World, service: ServiceState, deployment: DeploymentState): TaskState[] {
	return startedBy(activeTasksOf(world, service), deployment).filter((task) => !isDrained(world, task));
}

/** Its instance is to be emptied. */
export function isDrained(world: World, { containerInstanceArn = '' }: TaskState): boolean {
	return world.containerInstances.get(containerInstanceArn)?.status === 'DRAINING';
}

/**
 * Whether a task counts towards minimumHealthyPercent: RUNNING, its checks passed and its targets healthy;
 * with neither, 40 s after it reached RUNNING (ECS API reference, DeploymentConfiguration).
 */
export function countsAsHealthy(world: World, task: TaskState): boolean {
	if (task.lastStatus !== 'RUNNING' || task.condemned || task.startedAt === undefined) return false;
	const definitions = taskDefinitionOf(world, task).containerDefinitions;
	const checked = definitions.some(({ essential, healthCheck }) => essential !== false && healthCheck !== undefined);
	const targets = targetsOf(world, task);
	if (targets.length < loadBalancersOf(world, task).length) return false;
	if (!checked && targets.length === 0) return world.clock.now >= task.startedAt + COUNTS_AS_HEALTHY_AFTER;
	if (checked && task.healthStatus !== 'HEALTHY') return false;
	return targets.every(({ target }) => target?.state === 'healthy');
}
