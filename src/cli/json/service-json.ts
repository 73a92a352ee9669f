import type { Service } from '../../model/service.ts';

/** A service under the names and in the nesting of ecs:DescribeServices, where the model is shorter. */
export function serviceJson(service: Service): object {
	const { network, deploymentController, deploymentConfiguration, ...same } = service;
	const { circuitBreaker, ...configuration } = deploymentConfiguration ?? {};
	return {
		...same,
		deploymentController: { type: deploymentController },
		...(deploymentConfiguration && {
			deploymentConfiguration: {
				...configuration,
				...(circuitBreaker === undefined ? {} : { deploymentCircuitBreaker: circuitBreaker }),
			},
		}),
		...(network === undefined ? {} : { networkConfiguration: { awsvpcConfiguration: network } }),
	};
}
