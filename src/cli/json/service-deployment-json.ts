import type { ServiceDeployment } from '../../model/deployment-history.ts';

/** A deployment under the names and in the nesting of ecs:DescribeServiceDeployments, where the model is shorter. */
export function serviceDeploymentJson(deployment: ServiceDeployment): object {
	const {
		circuitBreaker,
		rollbackReason: reason,
		rollbackStartedAt: startedAt,
		rollbackTaskDefinition,
		...same
	} = deployment;
	const isTakenBack = reason !== undefined || startedAt !== undefined;
	return {
		...same,
		...(circuitBreaker === undefined ? {} : { deploymentCircuitBreaker: circuitBreaker }),
		...(isTakenBack ? { rollback: { reason, startedAt, taskDefinition: rollbackTaskDefinition } } : {}),
	};
}
