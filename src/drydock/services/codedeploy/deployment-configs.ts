import type {
	GetDeploymentConfigInput,
	GetDeploymentConfigOutput,
	ListDeploymentConfigsInput,
	ListDeploymentConfigsOutput,
	TrafficRoutingConfig,
} from '@aws-sdk/client-codedeploy';
import { AwsFault } from '../../wire/handler.ts';
import { isTrafficConfig, TRAFFIC_CONFIGS, type TrafficConfig } from '../../world/code-deploy/traffic-config.ts';
import { type Look, page } from './look.ts';

export function listDeploymentConfigs(
	_: Look,
	{ nextToken: token }: ListDeploymentConfigsInput,
): ListDeploymentConfigsOutput {
	const { items, nextToken } = page(Object.keys(TRAFFIC_CONFIGS), token);
	return { deploymentConfigsList: [...items], nextToken };
}

/** @throws {AwsFault} DeploymentConfigDoesNotExistException */
export function getDeploymentConfig(_: Look, input: GetDeploymentConfigInput): GetDeploymentConfigOutput {
	const deploymentConfigName = knownConfig(input.deploymentConfigName ?? '');
	return {
		deploymentConfigInfo: {
			deploymentConfigId: '00000000-0000-0000-0000-000000000000',
			deploymentConfigName,
			computePlatform: 'ECS',
			trafficRoutingConfig: routingShape(deploymentConfigName),
		},
	};
}

/** @throws {AwsFault} DeploymentConfigDoesNotExistException */
export function knownConfig(name: string): TrafficConfig {
	if (isTrafficConfig(name)) return name;
	throw new AwsFault('DeploymentConfigDoesNotExistException', `No Deployment Configuration found for name: ${name}`);
}

function routingShape(name: TrafficConfig): TrafficRoutingConfig {
	const routing = TRAFFIC_CONFIGS[name];
	switch (routing.type) {
		case 'AllAtOnce':
			return { type: routing.type };
		case 'TimeBasedCanary':
			return {
				type: routing.type,
				timeBasedCanary: { canaryPercentage: routing.percent, canaryInterval: routing.minutes },
			};
		case 'TimeBasedLinear':
			return {
				type: routing.type,
				timeBasedLinear: { linearPercentage: routing.percent, linearInterval: routing.minutes },
			};
	}
}
