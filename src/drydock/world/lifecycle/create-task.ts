import { ecsArn, nameOf } from '../arn.ts';
import type { ClusterState } from '../cluster.ts';
import type { ContainerState } from '../container.ts';
import { hex, uuid } from '../random.ts';
import type { NetworkConfiguration } from '../service-settings.ts';
import type { Tag, TaskDefinitionState } from '../task-definition.ts';
import type { TaskOverrides } from '../task-overrides.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import type { Place } from '../placement/find-place.ts';
import type { PlacementRequest } from '../placement/placement-request.ts';
import { taskSize } from '../placement/task-size.ts';
import { joinSubnet } from './join-subnet.ts';
import { placeTask } from './place-task.ts';

/** What RunTask or the service scheduler asks for. */
export type TaskRequest = {
	readonly cluster: ClusterState;
	readonly taskDefinition: TaskDefinitionState;
	readonly group: string;
	readonly serviceArn?: string;
	readonly startedBy?: string;
	readonly launchType: string;
	readonly capacityProviderName?: string;
	/** On an instance; absent on Fargate. */
	readonly place?: Place;
	/** On an instance, once one has room. */
	readonly awaits?: PlacementRequest;
	readonly platformVersion: string;
	readonly networkConfiguration?: NetworkConfiguration;
	readonly enableExecuteCommand: boolean;
	readonly overrides?: TaskOverrides;
	readonly clientToken?: string;
	readonly tags: readonly Tag[];
};

/** Puts a task into the world, PROVISIONING; `start-task.ts` walks it up. */
export function createTask(world: World, request: TaskRequest): TaskState {
	const { cluster, taskDefinition, networkConfiguration } = request;
	const taskId = hex(world.random, 32);
	const taskArn = ecsArn(world, cluster.region, 'task', cluster.clusterName, taskId);
	const { place, awaits, overrides } = request;
	const { cpu, memory } = taskSize(taskDefinition, overrides);
	const containers: ContainerState[] = [];
	const task: TaskState = {
		taskArn,
		taskId,
		clusterArn: cluster.clusterArn,
		region: cluster.region,
		taskDefinitionArn: taskDefinition.taskDefinitionArn,
		group: request.group,
		...(request.serviceArn && { serviceArn: request.serviceArn }),
		...(request.startedBy && { startedBy: request.startedBy }),
		lastStatus: 'PROVISIONING',
		desiredStatus: 'RUNNING',
		healthStatus: 'UNKNOWN',
		containers,
		cpu: String(cpu),
		memory: String(memory),
		launchType: request.launchType,
		...(request.capacityProviderName && { capacityProviderName: request.capacityProviderName }),
		...(awaits && { awaits }),
		portBindings: [],
		...(request.launchType === 'FARGATE' && {
			platformVersion: request.platformVersion === 'LATEST' ? world.fargate.latest : request.platformVersion,
			platformFamily: 'Linux',
		}),
		enableExecuteCommand: request.enableExecuteCommand,
		...(overrides && { overrides }),
		...(request.clientToken !== undefined && { clientToken: request.clientToken }),
		createdAt: world.clock.now,
		version: 1,
		tags: [...request.tags],
	};
	world.tasks.set(taskArn, task);
	cluster.taskArns.add(taskArn);
	if (place) placeTask(world, task, place, networkConfiguration);
	else if (!awaits) joinSubnet(world, task, networkConfiguration);
	containers.push(...createContainers(world, cluster, taskDefinition, taskId));
	return task;
}

function createContainers(
	world: World,
	{ region, clusterName }: ClusterState,
	{ containerDefinitions }: TaskDefinitionState,
	taskId: string,
): ContainerState[] {
	return containerDefinitions.map(({ name, image, essential }) => ({
		containerArn: ecsArn(world, region, 'container', clusterName, taskId, uuid(world.random)),
		name,
		image,
		essential: essential ?? true,
		lastStatus: 'PENDING',
		healthStatus: 'UNKNOWN',
		failedProbes: 0,
	}));
}

/** `service:checkout` for a service, `family:migrate` for a task of RunTask (ECS API reference, Task.group). */
export function groupOf(owner: { readonly serviceArn: string } | { readonly family: string }): string {
	return 'serviceArn' in owner ? `service:${nameOf(owner.serviceArn)}` : `family:${owner.family}`;
}
