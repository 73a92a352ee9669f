import type { Deployment, Service } from '@aws-sdk/client-ecs';
import { arnOf } from '../../world/arn.ts';
import type { DeploymentState } from '../../world/deployment.ts';
import { tasksOf } from '../../world/scheduler/service-tasks.ts';
import type { ServiceState } from '../../world/service.ts';
import type { TaskState } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { date } from '../date.ts';
import { deploymentConfigurationShape } from './deployment-configuration-shape.ts';
import { requestedTasks } from './requested-tasks.ts';
import { settingsShape } from './settings-shape.ts';
import { countTasks } from './task-counts.ts';
import { taskSetShape } from './task-set-shape.ts';

/** A service as DescribeServices gives it, without its tags. */
export function serviceShape(world: World, service: ServiceState): Service {
	const { settings } = service;
	const tasks = tasksOf(world, service);
	const current = service.serviceDeployments[0];
	const { serviceConnectConfiguration: _, ...shared } = settingsShape(settings);
	return {
		serviceArn: service.serviceArn,
		serviceName: service.serviceName,
		clusterArn: service.clusterArn,
		status: service.status,
		desiredCount: service.desiredCount,
		...countTasks(tasks),
		...shared,
		taskDefinition: settings.taskDefinition,
		deploymentConfiguration: deploymentConfigurationShape(settings.deploymentConfiguration),
		deployments: service.deployments.map((deployment) => deploymentShape(deployment, service, tasks)),
		...(service.taskSets.length > 0 && {
			taskSets: service.taskSets.map((set) => taskSetShape(world, service, set, tasks)),
		}),
		roleArn: arnOf(world, 'iam', '', 'role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS'),
		events: service.events.map(({ id, createdAt, message }) => ({ id, createdAt: date(createdAt), message })),
		createdAt: date(service.createdAt),
		createdBy: service.createdBy,
		...(current && { currentServiceDeployment: current.serviceDeploymentArn }),
		currentServiceRevisions: service.deployments.map(({ revision, id }) => ({
			arn: revision.serviceRevisionArn,
			requestedTaskCount: requestedTasks(service, id),
			...taskCountsOf(tasks, id),
		})),
		placementConstraints: settings.placementConstraints.map((constraint) => ({ ...constraint })),
		placementStrategy: settings.placementStrategy.map((strategy) => ({ ...strategy })),
		healthCheckGracePeriodSeconds: settings.healthCheckGracePeriodSeconds,
		schedulingStrategy: settings.schedulingStrategy,
		deploymentController: { ...settings.deploymentController },
		enableECSManagedTags: settings.enableECSManagedTags,
		propagateTags: settings.propagateTags as Service['propagateTags'],
		enableExecuteCommand: settings.enableExecuteCommand,
		availabilityZoneRebalancing: settings.availabilityZoneRebalancing,
	};
}

function taskCountsOf(tasks: readonly TaskState[], id: string): { runningTaskCount: number; pendingTaskCount: number } {
	const { runningCount, pendingCount } = countTasks(tasks.filter(({ startedBy }) => startedBy === id));
	return { runningTaskCount: runningCount, pendingTaskCount: pendingCount };
}

/** One of `deployments`: PRIMARY wants what is requested of its revision, the others only what they still have. */
function deploymentShape(deployment: DeploymentState, service: ServiceState, tasks: readonly TaskState[]): Deployment {
	const own = tasks.filter(({ startedBy }) => startedBy === deployment.id);
	const wanted = own.filter(({ desiredStatus }) => desiredStatus === 'RUNNING').length;
	const {
		loadBalancers: _,
		serviceRegistries: __,
		serviceConnectConfiguration,
		...rest
	} = settingsShape(deployment.revision.settings);
	return {
		id: deployment.id,
		status: deployment.status,
		taskDefinition: deployment.revision.settings.taskDefinition,
		desiredCount: deployment.status === 'PRIMARY' ? requestedTasks(service, deployment.id) : wanted,
		...countTasks(own),
		failedTasks: deployment.failedTasks,
		createdAt: date(deployment.createdAt),
		updatedAt: date(deployment.updatedAt),
		...rest,
		...(serviceConnectConfiguration && { serviceConnectConfiguration }),
		rolloutState: deployment.rolloutState,
		rolloutStateReason: deployment.rolloutStateReason,
	};
}
