import type { TrafficRouting } from '../../model/code-deploy.ts';
import type { Connections } from '../connections.ts';
import { defined } from '../shapes/defined.ts';
import { requiredText } from '../shapes/scalars.ts';

/** How a deployment configuration moves the traffic. */
export async function readTrafficRouting(
	connections: Connections,
	region: string,
	deploymentConfigName: string,
	signal?: AbortSignal,
): Promise<TrafficRouting> {
	const { deploymentConfigInfo } = await connections
		.to('codedeploy', region)
		.call(
			'GetDeploymentConfig',
			(client, options) => client.getDeploymentConfig({ deploymentConfigName }, options),
			signal,
		);
	const { type, timeBasedCanary: canary, timeBasedLinear: linear } = deploymentConfigInfo?.trafficRoutingConfig ?? {};
	return defined({
		type: requiredText(type),
		percent: canary?.canaryPercentage ?? linear?.linearPercentage,
		minutes: canary?.canaryInterval ?? linear?.linearInterval,
	});
}
