import { ecsArn, nameOf } from '../arn.ts';
import type { ClusterState } from '../cluster.ts';
import type { ContainerState } from '../container.ts';
import { hex, uuid } from '../random.ts';
import type { NetworkConfiguration } from '../service-settings.ts';
import type { SubnetState } from '../subnet.ts';
import type { Tag, TaskDefinitionState } from '../task-definition.ts';
import type { TaskOverrides, TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { createNetworkInterface } from './network-interface.ts';
import { serviceOf } from './service-of.ts';

/** What RunTask or the service scheduler asks for. */
export type TaskRequest = {
	readonly cluster: ClusterState;
	readonly taskDefinition: TaskDefinitionState;
	readonly group: string;
	readonly serviceArn?: string;
	readonly startedBy?: string;
	readonly launchType: string;
	readonly capacityProviderName?: string;
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
	const subnet = leastUsed(world, request);
	const publicIp = networkConfiguration?.awsvpcConfiguration.assignPublicIp === 'ENABLED';
	const networkInterface = subnet && createNetworkInterface(world, subnet, publicIp);
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
		containers: createContainers(world, cluster, taskDefinition, taskId),
		cpu: request.overrides?.cpu ?? taskDefinition.cpu ?? '256',
		memory: request.overrides?.memory ?? taskDefinition.memory ?? '512',
		launchType: request.launchType,
		...(request.capacityProviderName && { capacityProviderName: request.capacityProviderName }),
		platformVersion: request.platformVersion === 'LATEST' ? '1.4.0' : request.platformVersion,
		platformFamily: 'Linux',
		availabilityZone: subnet?.availabilityZone ?? `${cluster.region}a`,
		...(subnet && { subnetId: subnet.subnetId }),
		...(networkInterface && { networkInterface }),
		enableExecuteCommand: request.enableExecuteCommand,
		...(request.overrides && { overrides: request.overrides }),
		...(request.clientToken !== undefined && { clientToken: request.clientToken }),
		createdAt: world.clock.now,
		version: 1,
		tags: [...request.tags],
	};
	world.tasks.set(taskArn, task);
	cluster.taskArns.add(taskArn);
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

/** Fargate spreads a service's tasks over its zones: the subnet with the fewest of the group's tasks. */
function leastUsed(world: World, request: TaskRequest): SubnetState | undefined {
	const subnets = (request.networkConfiguration?.awsvpcConfiguration.subnets ?? []).flatMap(
		(id) => world.subnets.get(id) ?? [],
	);
	const used = new Map<string, number>();
	for (const arn of serviceOf(world, request)?.taskArns ?? []) {
		const task = world.tasks.get(arn);
		if (task?.subnetId && task.desiredStatus === 'RUNNING') used.set(task.subnetId, (used.get(task.subnetId) ?? 0) + 1);
	}
	const count = ({ subnetId }: SubnetState): number => used.get(subnetId) ?? 0;
	return subnets.reduce<SubnetState | undefined>(
		(best, subnet) => (best === undefined || count(subnet) < count(best) ? subnet : best),
		undefined,
	);
}

/** `service:checkout` for a service, `family:migrate` for a task of RunTask (ECS API reference, Task.group). */
export function groupOf(owner: { readonly serviceArn: string } | { readonly family: string }): string {
	return 'serviceArn' in owner ? `service:${nameOf(owner.serviceArn)}` : `family:${owner.family}`;
}
