import type { Cluster, ClusterField } from '@aws-sdk/client-ecs';
import type { ClusterState } from '../../world/cluster.ts';
import { onInstances } from '../../world/on-instances.ts';
import type { ServiceState } from '../../world/service.ts';
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
		registeredContainerInstancesCount: cluster.containerInstanceArns.size,
		runningTasksCount: tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length,
		pendingTasksCount: tasks.filter(isPending).length,
		activeServicesCount: services.filter(({ status }) => status === 'ACTIVE').length,
		statistics: include.includes('STATISTICS') ? statistics(tasks, services) : [],
		tags: include.includes('TAGS') ? cluster.tags : [],
		settings: include.includes('SETTINGS') ? (cluster.settings as Cluster['settings']) : [],
		capacityProviders: [...cluster.capacityProviders],
		defaultCapacityProviderStrategy: [...cluster.defaultCapacityProviderStrategy],
		...(serviceConnectNamespace !== undefined && { serviceConnectDefaults: { namespace: serviceConnectNamespace } }),
	};
}

/** Counts by launch type. */
function statistics(tasks: readonly TaskState[], services: readonly ServiceState[]): { name: string; value: string }[] {
	const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
	const pending = tasks.filter(isPending);
	const ofEc2 = (some: readonly TaskState[]): number => some.filter(({ launchType }) => launchType === 'EC2').length;
	const servicesOn = (ec2: boolean, status: ServiceState['status']): number =>
		services.filter((service) => service.status === status && onInstances(service.settings) === ec2).length;
	const counts = {
		runningEC2TasksCount: ofEc2(running),
		runningFargateTasksCount: running.length - ofEc2(running),
		pendingEC2TasksCount: ofEc2(pending),
		pendingFargateTasksCount: pending.length - ofEc2(pending),
		activeEC2ServiceCount: servicesOn(true, 'ACTIVE'),
		activeFargateServiceCount: servicesOn(false, 'ACTIVE'),
		drainingEC2ServiceCount: servicesOn(true, 'DRAINING'),
		drainingFargateServiceCount: servicesOn(false, 'DRAINING'),
	};
	return Object.entries(counts).map(([name, value]) => ({ name, value: String(value) }));
}
