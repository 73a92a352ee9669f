import type { DeploymentConfiguration as AwsDeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { DeploymentConfiguration } from '../../world/deployment-configuration.ts';

/** A configuration as AWS gives it: with the defaults of a circuit breaker that is on (example of DescribeServiceDeployments). */
export function deploymentConfigurationShape(configuration: DeploymentConfiguration): AwsDeploymentConfiguration {
	const { deploymentCircuitBreaker: breaker, ...rest } = structuredClone(configuration);
	return {
		...(rest as AwsDeploymentConfiguration),
		deploymentCircuitBreaker: breaker.enable
			? {
					resetOnHealthyTask: true,
					...breaker,
					thresholdConfiguration: { ...(breaker.thresholdConfiguration ?? { type: 'BOUNDED_PERCENT', value: 50 }) },
				}
			: breaker,
	};
}
