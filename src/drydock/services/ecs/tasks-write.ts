import type { RunTaskRequest, RunTaskResponse, StopTaskRequest, StopTaskResponse } from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { createTask, groupOf } from '../../world/lifecycle/create-task.ts';
import { startTask } from '../../world/lifecycle/start-task.ts';
import { stopTask as stop } from '../../world/lifecycle/stop-task.ts';
import type { ClusterState } from '../../world/cluster.ts';
import type { TaskState } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { checkFargate, checkLaunch, checkSubnets } from './check-launch.ts';
import { findCluster } from './find-cluster.ts';
import { usableTaskDefinition } from './find-task-definition.ts';
import { findTask } from './find-task.ts';
import { requiredNetwork } from './network-from.ts';
import { overridesFrom } from './overrides-from.ts';
import { invalidParameter } from './refuse.ts';
import { refuseUnsimulated } from './refuse-unsimulated.ts';
import { tagsFrom } from './tags.ts';
import { taskShape } from './task-shape.ts';

/** A service starts a replacement; a task that already stops stays as it is. */
export function stopTask(world: World, call: Call, input: StopTaskRequest): StopTaskResponse {
	const task = findTask(world, findCluster(world, call, input.cluster), input.task);
	stop(world, task, { stopCode: 'UserInitiated', stoppedReason: input.reason ?? 'Task stopped by user' });
	return { task: taskShape(world, task) };
}

/** Starts up to 10 tasks of their own; a call with the token of an earlier one gives its tasks (ECS API reference, RunTask). */
export function runTask(world: World, call: Call, input: RunTaskRequest): RunTaskResponse {
	if (input.launchType !== undefined) refuseUnsimulated({ launchType: input.launchType });
	const cluster = findCluster(world, call, input.cluster);
	const known = tasksOfToken(world, cluster, input.clientToken);
	if (known.length > 0) return { tasks: known.map((task) => taskShape(world, task)), failures: [] };
	const taskDefinition = usableTaskDefinition(world, call, input.taskDefinition);
	const count = input.count ?? 1;
	if (count < 1 || count > 10) throw invalidParameter('Count must be between 1 and 10.');
	checkLaunch(input);
	checkFargate(taskDefinition);
	const networkConfiguration = requiredNetwork(taskDefinition, input.networkConfiguration);
	checkSubnets(world, call, networkConfiguration);
	const overrides = overridesFrom(input.overrides, taskDefinition);
	const capacityProviderName = input.capacityProviderStrategy?.[0]?.capacityProvider;
	const tasks = Array.from({ length: count }, () =>
		createTask(world, {
			cluster,
			taskDefinition,
			group: input.group ?? groupOf(taskDefinition),
			...(input.startedBy !== undefined && { startedBy: input.startedBy }),
			launchType: input.launchType ?? 'FARGATE',
			...(capacityProviderName !== undefined && { capacityProviderName }),
			platformVersion: input.platformVersion ?? 'LATEST',
			...(networkConfiguration && { networkConfiguration }),
			enableExecuteCommand: input.enableExecuteCommand ?? false,
			...(overrides && { overrides }),
			...(input.clientToken !== undefined && { clientToken: input.clientToken }),
			tags: tagsFrom(input.tags),
		}),
	);
	for (const task of tasks) startTask(world, task);
	return { tasks: tasks.map((task) => taskShape(world, task)), failures: [] };
}

function tasksOfToken(world: World, { taskArns }: ClusterState, token: string | undefined): TaskState[] {
	if (token === undefined) return [];
	return [...taskArns].flatMap((arn) => world.tasks.get(arn) ?? []).filter(({ clientToken }) => clientToken === token);
}
