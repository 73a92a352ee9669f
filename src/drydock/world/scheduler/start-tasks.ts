import type { DeploymentState } from '../deployment.ts';
import { createTask, groupOf } from '../lifecycle/create-task.ts';
import { startTask } from '../lifecycle/start-task.ts';
import type { Unplaced } from '../placement/find-place.ts';
import { isUnplaced, requestPlace } from '../placement/request-place.ts';
import type { ServiceState } from '../service.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { listed, say } from './say.ts';
import { sayPlaced, sayUnplaced } from './say-unplaced.ts';

/**
 * Starts `count` tasks for the deployment, as far as there is a place for them; `replaced` of them stand in for unhealthy
 * ones.
 * @returns when to try again, epoch ms, after one that could not be placed
 */
export function startTasks(
	world: World,
	service: ServiceState,
	deployment: DeploymentState,
	count: number,
	replaced: number,
): number | undefined {
	return startPlaced(world, service, deployment, count, (tasks) => {
		const because = replaced > 0 ? ` Amazon ECS replaced ${replaced} tasks due to an unhealthy status.` : '';
		say(world, service, `has started ${tasks.length} tasks: ${listed(tasks)}.${because}`);
	});
}

/**
 * Starts up to `count` tasks of the deployment, or of the task set, tells of them, and says so when one has no place.
 * @returns when to try again, epoch ms, after one that could not be placed
 */
export function startPlaced(
	world: World,
	service: ServiceState,
	deployment: Pick<DeploymentState, 'id' | 'revision'>,
	count: number,
	tell: (tasks: readonly TaskState[]) => void,
): number | undefined {
	const tasks: TaskState[] = [];
	let unplaced: Unplaced | undefined;
	while (tasks.length < count && !unplaced) {
		const created = createServiceTask(world, service, deployment);
		if ('lacking' in created) unplaced = created;
		else tasks.push(created);
	}
	for (const task of tasks) startTask(world, task);
	if (tasks.length > 0) tell(tasks);
	if (unplaced) return sayUnplaced(world, service, unplaced);
	sayPlaced(service);
	return undefined;
}

/** Creates a task of the deployment, or of the task set, without walking it up, if there is a place for it. */
export function createServiceTask(
	world: World,
	service: ServiceState,
	deployment: Pick<DeploymentState, 'id' | 'revision'>,
): TaskState | Unplaced {
	const { settings } = deployment.revision;
	const cluster = world.clusters.get(service.clusterArn);
	const taskDefinition = world.taskDefinitions.get(settings.taskDefinition);
	if (!cluster || !taskDefinition) throw new Error(`${service.serviceArn} has lost its cluster or task definition`);
	const group = groupOf(service);
	const launched = requestPlace(world, {
		...settings,
		cluster,
		taskDefinition,
		group,
		startedBy: deployment.id,
		constraints: settings.placementConstraints,
		strategy: settings.placementStrategy,
	});
	if (isUnplaced(launched)) return launched;
	const task = createTask(world, {
		cluster,
		taskDefinition,
		group,
		serviceArn: service.serviceArn,
		startedBy: deployment.id,
		...launched,
		platformVersion: settings.platformVersion,
		...(settings.networkConfiguration && { networkConfiguration: settings.networkConfiguration }),
		enableExecuteCommand: settings.enableExecuteCommand,
		tags: settings.propagateTags === 'SERVICE' ? service.tags : [],
	});
	service.taskArns.add(task.taskArn);
	return task;
}
