import type { DeploymentState } from '../deployment.ts';
import { createTask, groupOf } from '../lifecycle/create-task.ts';
import { startTask } from '../lifecycle/start-task.ts';
import { next } from '../random.ts';
import type { CapacityProviderStrategyItem } from '../service-settings.ts';
import type { ServiceState } from '../service.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { listed, say } from './say.ts';

/** Starts `count` tasks for the deployment; `replaced` of them stand in for unhealthy ones. */
export function startTasks(
	world: World,
	service: ServiceState,
	deployment: DeploymentState,
	count: number,
	replaced: number,
): void {
	const tasks = Array.from({ length: count }, () => createServiceTask(world, service, deployment));
	for (const task of tasks) startTask(world, task);
	const because = replaced > 0 ? ` Amazon ECS replaced ${replaced} tasks due to an unhealthy status.` : '';
	say(world, service, `has started ${count} tasks: ${listed(tasks)}.${because}`);
}

/** Creates a task of the deployment, or of the task set, without walking it up. */
export function createServiceTask(
	world: World,
	service: ServiceState,
	deployment: Pick<DeploymentState, 'id' | 'revision'>,
): TaskState {
	const { settings } = deployment.revision;
	const cluster = world.clusters.get(service.clusterArn);
	const taskDefinition = world.taskDefinitions.get(settings.taskDefinition);
	if (!cluster || !taskDefinition) throw new Error(`${service.serviceArn} has lost its cluster or task definition`);
	const capacityProviderName = chosenProvider(world, settings.capacityProviderStrategy);
	const task = createTask(world, {
		cluster,
		taskDefinition,
		group: groupOf(service),
		serviceArn: service.serviceArn,
		startedBy: deployment.id,
		launchType: settings.launchType ?? 'FARGATE',
		...(capacityProviderName !== undefined && { capacityProviderName }),
		platformVersion: settings.platformVersion,
		...(settings.networkConfiguration && { networkConfiguration: settings.networkConfiguration }),
		enableExecuteCommand: settings.enableExecuteCommand,
		tags: settings.propagateTags === 'SERVICE' ? service.tags : [],
	});
	service.taskArns.add(task.taskArn);
	return task;
}

/** By weight; the base of a strategy is not simulated. */
function chosenProvider(world: World, strategy: readonly CapacityProviderStrategyItem[]): string | undefined {
	const total = strategy.reduce((sum, { weight }) => sum + weight, 0);
	if (total === 0) return strategy[0]?.capacityProvider;
	let left = next(world.random) * total;
	return strategy.find(({ weight }) => (left -= weight) < 0)?.capacityProvider;
}
