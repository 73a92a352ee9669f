import type { Cluster } from '../../src/model/cluster.ts';
import type { Service } from '../../src/model/service.ts';
import type { Task } from '../../src/model/task.ts';

/** The invented shop that the store's tests watch. */
export const REGION = 'ap-northeast-1';
export const CLUSTER = `arn:aws:ecs:${REGION}:111122223333:cluster/prod`;

export function serviceArn(name: string): string {
	return `arn:aws:ecs:${REGION}:111122223333:service/prod/${name}`;
}

export function aCluster(): Cluster {
	return {
		clusterArn: CLUSTER,
		clusterName: 'prod',
		region: REGION,
		status: 'ACTIVE',
		activeServicesCount: 2,
		runningTasksCount: 6,
		pendingTasksCount: 0,
		registeredContainerInstancesCount: 0,
		capacityProviders: ['FARGATE'],
		tags: [],
	};
}

export function aService(name: string, changes: Partial<Service> = {}): Service {
	const taskDefinition = `arn:aws:ecs:${REGION}:111122223333:task-definition/${name}:43`;
	return {
		serviceArn: serviceArn(name),
		serviceName: name,
		clusterArn: CLUSTER,
		status: 'ACTIVE',
		desiredCount: 2,
		runningCount: 2,
		pendingCount: 0,
		taskDefinition,
		schedulingStrategy: 'REPLICA',
		deploymentController: 'ECS',
		deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 200 },
		deployments: [
			{
				id: `ecs-svc/${name}`,
				status: 'PRIMARY',
				taskDefinition,
				desiredCount: 2,
				runningCount: 2,
				pendingCount: 0,
				failedTasks: 0,
				rolloutState: 'COMPLETED',
				createdAt: 0,
				updatedAt: 0,
			},
		],
		events: [],
		loadBalancers: [],
		serviceRegistries: [],
		capacityProviderStrategy: [],
		enableExecuteCommand: false,
		tags: [],
		...changes,
	};
}

export function aTask(service: string, id: string, changes: Partial<Task> = {}): Task {
	return {
		taskArn: `arn:aws:ecs:${REGION}:111122223333:task/prod/${id}`,
		clusterArn: CLUSTER,
		group: `service:${service}`,
		taskDefinitionArn: `arn:aws:ecs:${REGION}:111122223333:task-definition/${service}:43`,
		lastStatus: 'RUNNING',
		desiredStatus: 'RUNNING',
		healthStatus: 'HEALTHY',
		containers: [],
		enableExecuteCommand: false,
		startedBy: `ecs-svc/${service}`,
		...changes,
	};
}
