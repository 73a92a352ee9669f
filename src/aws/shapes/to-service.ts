import type * as ecs from '@aws-sdk/client-ecs';
import { lastSegment } from '../../model/arn.ts';
import type { AwsvpcConfiguration, Service, ServiceEvent } from '../../model/service.ts';
import { defined } from './defined.ts';
import { epochMs, list, requiredText, text, texts } from './scalars.ts';
import { toDeployment } from './to-deployment.ts';
import { toDeploymentConfiguration } from './to-deployment-configuration.ts';
import { toServiceConnect } from './to-service-connect.ts';
import { toTaskSet } from './to-task-set.ts';
import { toTag } from './to-tag.ts';

/** An SDK service in the model's words. What is missing gets AWS's default, or stays absent. */
export function toService(service: ecs.Service): Service {
	const serviceArn = requiredText(service.serviceArn);
	const deployments = list(service.deployments);
	const taskSets = list(service.taskSets);
	// What CreateService was given is not what runs, where another controller has brought in more since.
	const served = taskSets.find(({ status }) => status === 'PRIMARY')?.taskDefinition;
	const primary = deployments.find(({ status }) => status === 'PRIMARY');
	return defined({
		serviceArn,
		serviceName: requiredText(service.serviceName) || lastSegment(serviceArn),
		clusterArn: requiredText(service.clusterArn),
		status: requiredText(service.status),
		desiredCount: service.desiredCount ?? 0,
		runningCount: service.runningCount ?? 0,
		pendingCount: service.pendingCount ?? 0,
		taskDefinition: requiredText(served ?? service.taskDefinition),
		launchType: text(service.launchType),
		platformVersion: text(service.platformVersion),
		platformFamily: text(service.platformFamily),
		schedulingStrategy: requiredText(service.schedulingStrategy ?? 'REPLICA'),
		deploymentController: requiredText(service.deploymentController?.type ?? 'ECS'),
		resourceManagementType: text(service.resourceManagementType),
		deploymentConfiguration: toDeploymentConfiguration(service.deploymentConfiguration),
		deployments: newestFirst(deployments.map(toDeployment)),
		taskSets: taskSets.length > 0 ? newestFirst(taskSets.map(toTaskSet)) : undefined,
		events: newestFirst(list(service.events).flatMap(toEvent)),
		loadBalancers: list(service.loadBalancers).map((balancer) =>
			defined({
				targetGroupArn: text(balancer.targetGroupArn),
				alternateTargetGroupArn: text(balancer.advancedConfiguration?.alternateTargetGroupArn),
				loadBalancerName: text(balancer.loadBalancerName),
				containerName: requiredText(balancer.containerName),
				containerPort: balancer.containerPort ?? 0,
			}),
		),
		serviceRegistries: list(service.serviceRegistries).map((registry) =>
			defined({
				registryArn: requiredText(registry.registryArn),
				containerName: text(registry.containerName),
				port: registry.port ?? registry.containerPort,
			}),
		),
		serviceConnect: toServiceConnect(primary?.serviceConnectConfiguration),
		network: toNetwork(service.networkConfiguration?.awsvpcConfiguration),
		capacityProviderStrategy: list(service.capacityProviderStrategy).map((item) => ({
			capacityProvider: requiredText(item.capacityProvider),
			weight: item.weight ?? 0,
			base: item.base ?? 0,
		})),
		placementConstraints: toConstraints(service.placementConstraints),
		healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
		enableExecuteCommand: service.enableExecuteCommand ?? false,
		availabilityZoneRebalancing: text(service.availabilityZoneRebalancing),
		createdAt: epochMs(service.createdAt),
		createdBy: text(service.createdBy),
		tags: list(service.tags).map(toTag),
	});
}

/** An event without a time says nothing of the present, nor of any other time. */
function toEvent({ id, createdAt, message }: ecs.ServiceEvent): readonly ServiceEvent[] {
	const time = epochMs(createdAt);
	return time === undefined ? [] : [{ id: requiredText(id), createdAt: time, message: requiredText(message) }];
}

function toNetwork(network: ecs.AwsVpcConfiguration | undefined): AwsvpcConfiguration | undefined {
	if (!network) return undefined;
	return defined({
		subnets: texts(network.subnets),
		securityGroups: texts(network.securityGroups),
		assignPublicIp: text(network.assignPublicIp),
	});
}

function newestFirst<T extends { readonly createdAt?: number }>(items: readonly T[]): readonly T[] {
	return items.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
}

function toConstraints(constraints: ecs.Service['placementConstraints']): readonly string[] | undefined {
	const found = list(constraints).map(({ type, expression }) =>
		requiredText(expression === undefined ? type : `${type}(${expression})`),
	);
	return found.length > 0 ? found : undefined;
}
