import type { Failure, RunTaskRequest, RunTaskResponse } from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { createTask, groupOf } from '../../world/lifecycle/create-task.ts';
import { NO_CAPACITY } from '../../world/scheduler/say-unplaced.ts';
import { startTask } from '../../world/lifecycle/start-task.ts';
import type { ClusterState } from '../../world/cluster.ts';
import { onInstances } from '../../world/on-instances.ts';
import type { Unplaced } from '../../world/placement/find-place.ts';
import { isUnplaced, requestPlace } from '../../world/placement/request-place.ts';
import type { ServiceSettings } from '../../world/service-settings.ts';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import type { TaskState } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { checkCompatible, checkLaunch, checkSubnets } from './check-launch.ts';
import { checkPlacement } from './check-placement.ts';
import { defaultLaunch } from './default-launch.ts';
import { findCluster } from './find-cluster.ts';
import { usableTaskDefinition } from './find-task-definition.ts';
import { requiredNetwork } from './network-from.ts';
import { overridesFrom } from './overrides-from.ts';
import { invalidParameter } from './refuse.ts';
import { refuseUnsimulated } from './refuse-unsimulated.ts';
import { strategyFrom } from './strategy-from.ts';
import { tagsFrom } from './tags.ts';
import { taskShape } from './task-shape.ts';

/**
 * Starts up to 10 tasks of their own; a call with the token of an earlier one gives its tasks (ECS API reference, RunTask).
 * Where none can be placed there is a failure for each instance.
 */
export function runTask(world: World, call: Call, input: RunTaskRequest): RunTaskResponse {
	if (input.launchType !== undefined) refuseUnsimulated({ launchType: input.launchType });
	const cluster = findCluster(world, call, input.cluster);
	const known = tasksOfToken(world, cluster, input.clientToken);
	if (known.length > 0) return { tasks: known.map((task) => taskShape(world, task)), failures: [] };
	const taskDefinition = usableTaskDefinition(world, call, input.taskDefinition);
	const count = input.count ?? 1;
	if (count < 1 || count > 10) throw invalidParameter('Count must be between 1 and 10.');
	checkLaunch(input);
	const launch = launchOf(cluster, taskDefinition, input);
	checkCompatible(world, cluster, launch, taskDefinition);
	checkPlacement(launch);
	checkSubnets(world, call, launch.networkConfiguration);
	const overrides = overridesFrom(input.overrides, taskDefinition, !onInstances(launch));
	const group = input.group ?? groupOf(taskDefinition);
	const tasks: TaskState[] = [];
	let failures: RunTaskResponse['failures'] = [];
	while (tasks.length < count && failures.length === 0) {
		const launched = requestPlace(world, {
			...launch,
			cluster,
			taskDefinition,
			group,
			constraints: launch.placementConstraints,
			strategy: launch.placementStrategy,
			...(overrides && { overrides }),
		});
		if (isUnplaced(launched)) {
			failures = failuresOf(launched);
			continue;
		}
		tasks.push(
			createTask(world, {
				cluster,
				taskDefinition,
				group,
				...(input.startedBy !== undefined && { startedBy: input.startedBy }),
				...launched,
				platformVersion: input.platformVersion ?? 'LATEST',
				...(launch.networkConfiguration && { networkConfiguration: launch.networkConfiguration }),
				enableExecuteCommand: input.enableExecuteCommand ?? false,
				...(overrides && { overrides }),
				...(input.clientToken !== undefined && { clientToken: input.clientToken }),
				tags: tagsFrom(input.tags),
			}),
		);
	}
	for (const task of tasks) startTask(world, task);
	return { tasks: tasks.map((task) => taskShape(world, task)), failures };
}

function launchOf(
	cluster: ClusterState,
	taskDefinition: TaskDefinitionState,
	input: RunTaskRequest,
): Pick<
	ServiceSettings,
	'launchType' | 'capacityProviderStrategy' | 'networkConfiguration' | 'placementConstraints' | 'placementStrategy'
> {
	const { launchType, capacityProviderStrategy: strategy = [] } = input;
	const asked =
		launchType === undefined && strategy.length === 0
			? defaultLaunch(cluster)
			: { ...(launchType !== undefined && { launchType }), capacityProviderStrategy: strategyFrom(strategy) };
	const networkConfiguration = requiredNetwork(taskDefinition, input.networkConfiguration);
	return {
		...asked,
		...(networkConfiguration && { networkConfiguration }),
		placementConstraints: (input.placementConstraints ?? []) as ServiceSettings['placementConstraints'],
		placementStrategy: (input.placementStrategy ?? []) as ServiceSettings['placementStrategy'],
	};
}

/** @throws {AwsFault} InvalidParameterException, where there is no instance at all */
function failuresOf({ lacking, capacityProviderName, isFargateFull }: Unplaced): Failure[] {
	if (isFargateFull) return [{ reason: NO_CAPACITY }];
	if (lacking.length === 0) {
		const where = capacityProviderName === undefined ? 'cluster' : 'capacity provider';
		throw invalidParameter(`No Container Instances were found in your ${where}.`);
	}
	return lacking.map(({ instance, lack }) => ({ arn: instance.containerInstanceArn, reason: lack }));
}

function tasksOfToken(world: World, { taskArns }: ClusterState, token: string | undefined): TaskState[] {
	if (token === undefined) return [];
	return [...taskArns].flatMap((arn) => world.tasks.get(arn) ?? []).filter(({ clientToken }) => clientToken === token);
}
