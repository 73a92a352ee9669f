import type { ServiceDeployment } from '../../model/deployment-history.ts';

/** A deployment under the names and in the nesting of ecs:DescribeServiceDeployments, where the model is shorter. */
export function serviceDeploymentJson(deployment: ServiceDeployment): object {
	const { circuitBreaker, rollbackReason, ...same } = deployment;
	return {
		...same,
		...(circuitBreaker === undefined ? {} : { deploymentCircuitBreaker: circuitBreaker }),
		...(rollbackReason === undefined ? {} : { rollback: { reason: rollbackReason } }),
	};
}
