import type { Cluster, ClusterField } from '@aws-sdk/client-ecs';
import type { ClusterState } from '../../world/cluster.ts';
import type { TaskState } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { isPending } from './task-counts.ts';

/** A cluster as DescribeClusters gives it; the parts named in `include` are empty without it. */
export function clusterShape(world: World, cluster: ClusterState, include: readonly ClusterField[] = []): Cluster {
	const tasks = [...cluster.taskArns].flatMap((arn) => world.tasks.get(arn) ?? []);
	const services = [...cluster.serviceArns].flatMap((arn) => world.services.get(arn) ?? []);
	const { serviceConnectNamespace } = cluster;
	return {
		clusterArn: cluster.clusterArn,
		clusterName: cluster.clusterName,
		status: cluster.status,
		registeredContainerInstancesCount: 0,
		runningTasksCount: tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length,
		pendingTasksCount: tasks.filter(isPending).length,
		activeServicesCount: services.filter(({ status }) => status === 'ACTIVE').length,
		statistics: include.includes('STATISTICS') ? statistics(tasks, services.length) : [],
		tags: include.includes('TAGS') ? cluster.tags : [],
		settings: include.includes('SETTINGS') ? (cluster.settings as Cluster['settings']) : [],
		capacityProviders: [...cluster.capacityProviders],
		defaultCapacityProviderStrategy: [...cluster.defaultCapacityProviderStrategy],
		...(serviceConnectNamespace !== undefined && { serviceConnectDefaults: { namespace: serviceConnectNamespace } }),
	};
}

/** Counts by launch type; drydock has Fargate only so far. */
function statistics(tasks: readonly TaskState[], services: number): { name: string; value: string }[] {
	const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
	const counts = {
		runningEC2TasksCount: 0,
		runningFargateTasksCount: running,
		pendingEC2TasksCount: 0,
		pendingFargateTasksCount: tasks.filter(isPending).length,
		activeEC2ServiceCount: 0,
		activeFargateServiceCount: services,
		drainingEC2ServiceCount: 0,
		drainingFargateServiceCount: 0,
	};
	return Object.entries(counts).map(([name, value]) => ({ name, value: String(value) }));
}
