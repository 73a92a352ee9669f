import type { CreateServiceRequest, UpdateServiceRequest } from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import type { LoadBalancer, ServiceSettings } from '../../world/service-settings.ts';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import type { World } from '../../world/world.ts';
import { checkFargate, checkLaunch, checkSubnets } from './check-launch.ts';
import { invalidParameter, notValid } from './refuse.ts';

/**
 * Refuses what a service cannot be: how it is asked for, and the settings that come of it.
 * @throws {AwsFault} InvalidParameterException, PlatformUnknownException
 */
export function checkService(
	world: World,
	call: Call,
	input: Partial<CreateServiceRequest & UpdateServiceRequest>,
	{ settings, definition }: { readonly settings: ServiceSettings; readonly definition: TaskDefinitionState },
): void {
	checkLaunch(input);
	checkFargate(definition);
	if (input.networkConfiguration) checkSubnets(world, call, settings.networkConfiguration);
	if (input.deploymentConfiguration) checkPercents(settings.deploymentConfiguration);
	for (const loadBalancer of settings.loadBalancers) checkLoadBalancer(world, call, loadBalancer, definition);
	const { healthCheckGracePeriodSeconds: grace } = input;
	if (grace === undefined) return;
	if (grace < 0) throw notValid();
	if (grace > 0 && settings.loadBalancers.length === 0) {
		throw invalidParameter('Health check grace period is only valid for services configured to use load balancers');
	}
}

function checkPercents({
	minimumHealthyPercent,
	maximumPercent,
}: Pick<ServiceSettings['deploymentConfiguration'], 'minimumHealthyPercent' | 'maximumPercent'>): void {
	if (minimumHealthyPercent === 100 && maximumPercent === 100) {
		throw invalidParameter(
			'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments',
		);
	}
	if (minimumHealthyPercent < 0 || minimumHealthyPercent >= maximumPercent) throw notValid();
}

function checkLoadBalancer(
	world: World,
	{ region }: Call,
	{ targetGroupArn = '', containerName, containerPort }: LoadBalancer,
	{ containerDefinitions }: TaskDefinitionState,
): void {
	const container = containerDefinitions.find(({ name }) => name === containerName);
	if (!container) throw invalidParameter(`The container ${containerName} does not exist in the task definition.`);
	if (!container.portMappings?.some((mapping) => mapping.containerPort === containerPort)) {
		throw invalidParameter(`The container ${containerName} did not have a container port ${containerPort} defined.`);
	}
	const group = world.targetGroups.get(targetGroupArn);
	if (group?.region === region && group.loadBalancerArns.length > 0) return;
	throw invalidParameter(
		`The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`,
	);
}
