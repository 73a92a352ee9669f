import type {
	CreateServiceRequest,
	CreateServiceResponse,
	DeleteServiceRequest,
	DeleteServiceResponse,
	UpdateServiceRequest,
	UpdateServiceResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { taskDefinitionOf } from '../../world/lifecycle/task-definition-of.ts';
import { createService as create } from '../../world/scheduler/create-service.ts';
import { endService } from '../../world/scheduler/end-service.ts';
import { planLook } from '../../world/scheduler/plan-look.ts';
import { setDesiredCount } from '../../world/scheduler/set-desired-count.ts';
import { startRollout } from '../../world/scheduler/start-rollout.ts';
import { EXCEEDS_QUOTA, TASKS_PER_SERVICE } from '../../world/scheduler/task-quota.ts';
import type { World } from '../../world/world.ts';
import { callerArn } from '../caller-arn.ts';
import { checkName } from './check-name.ts';
import { checkService } from './check-service.ts';
import { findCluster } from './find-cluster.ts';
import { findActiveService, findService, serviceNamed } from './find-service.ts';
import { usableTaskDefinition } from './find-task-definition.ts';
import { requiredNetwork } from './network-from.ts';
import { invalidParameter } from './refuse.ts';
import { refuseUnsimulated } from './refuse-unsimulated.ts';
import { refuseWhatCodeDeployChanges } from './refuse-code-deploy.ts';
import { serviceShape } from './service-shape.ts';
import { defaultSettings, settingsFrom } from './settings-from.ts';
import { tagsFrom } from './tags.ts';

/** @throws {AwsFault} ClusterNotFoundException, InvalidParameterException, ClientException */
export function createService(world: World, call: Call, input: CreateServiceRequest): CreateServiceResponse {
	refuseUnsimulated(input);
	const cluster = findCluster(world, call, input.cluster);
	const serviceName = input.serviceName ?? '';
	const definition = usableTaskDefinition(world, call, input.taskDefinition);
	requiredNetwork(definition, input.networkConfiguration);
	checkName(serviceName);
	const settings = settingsFrom(defaultSettings(definition.taskDefinitionArn, cluster), input);
	checkService(world, call, input, { cluster, settings, definition });
	if (serviceNamed(world, cluster, serviceName)?.status === 'ACTIVE') {
		throw invalidParameter('Creation of service was not idempotent.');
	}
	const service = create(world, {
		cluster,
		serviceName,
		desiredCount: checkedCount(input.desiredCount) ?? 0,
		settings,
		createdAt: world.clock.now,
		createdBy: callerArn(world),
		tags: tagsFrom(input.tags),
	});
	startRollout(world, service);
	planLook(world, service);
	return { service: { ...serviceShape(world, service), tags: service.tags } };
}

/**
 * A new deployment starts only for what changes the tasks (ECS API reference, UpdateService): the task definition,
 * network, platform version, capacity provider strategy, load balancers, service registries and Service Connect, or when forced.
 * @throws {AwsFault} ServiceNotFoundException, ServiceNotActiveException, ClientException, InvalidParameterException
 */
export function updateService(world: World, call: Call, input: UpdateServiceRequest): UpdateServiceResponse {
	refuseUnsimulated(input);
	const cluster = findCluster(world, call, input.cluster);
	const service = findActiveService(world, cluster, input.service);
	refuseWhatCodeDeployChanges(service, input);
	const named =
		input.taskDefinition === undefined ? undefined : usableTaskDefinition(world, call, input.taskDefinition);
	const count = checkedCount(input.desiredCount);
	const deploys =
		input.forceNewDeployment === true ||
		(named !== undefined && named.taskDefinitionArn !== service.settings.taskDefinition) ||
		input.networkConfiguration !== undefined ||
		input.platformVersion !== undefined ||
		input.capacityProviderStrategy !== undefined ||
		input.loadBalancers !== undefined ||
		input.serviceRegistries !== undefined ||
		input.serviceConnectConfiguration !== undefined;
	const settings = settingsFrom(service.settings, input, named?.taskDefinitionArn);
	const definition = taskDefinitionOf(world, { taskDefinitionArn: settings.taskDefinition });
	checkService(world, call, input, { cluster, settings, definition });
	service.settings = settings;
	if (count !== undefined && count !== service.desiredCount) setDesiredCount(world, service, count);
	if (deploys) startRollout(world, service);
	planLook(world, service);
	return { service: serviceShape(world, service) };
}

/** Without `force` only a service scaled to 0 may go (ECS API reference, DeleteService). */
export function deleteService(world: World, call: Call, input: DeleteServiceRequest): DeleteServiceResponse {
	const service = findService(world, findCluster(world, call, input.cluster), input.service);
	if (service.status === 'ACTIVE' && service.desiredCount > 0 && input.force !== true) {
		throw invalidParameter('The service cannot be stopped while it is scaled above 0.');
	}
	endService(world, service);
	return { service: serviceShape(world, service) };
}

function checkedCount(count: number | undefined): number | undefined {
	if (count !== undefined && count < 0) throw invalidParameter('Desired count must be greater than or equal to 0.');
	if (count !== undefined && count > TASKS_PER_SERVICE) throw invalidParameter(EXCEEDS_QUOTA);
	return count;
}
