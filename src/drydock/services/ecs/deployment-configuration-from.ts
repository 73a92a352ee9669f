import type { DeploymentConfiguration as AwsDeploymentConfiguration } from '@aws-sdk/client-ecs';
import type {
	CircuitBreakerConfiguration,
	DeploymentConfiguration,
	EarlySuccessCriteria,
	LifecycleHook,
} from '../../world/deployment-configuration.ts';

/** The configuration after a request: sub-objects that it leaves out stay as they are, and those of another strategy go. */
export function deploymentConfigurationFrom(
	before: DeploymentConfiguration,
	given: AwsDeploymentConfiguration,
): DeploymentConfiguration {
	const { alarms } = given;
	const { linearConfiguration, canaryConfiguration, earlySuccessCriteria, ...rest } = before;
	const linear = (given.linearConfiguration as DeploymentConfiguration['linearConfiguration']) ?? linearConfiguration;
	const canary = (given.canaryConfiguration as DeploymentConfiguration['canaryConfiguration']) ?? canaryConfiguration;
	const earlySuccess = (given.earlySuccessCriteria as EarlySuccessCriteria | undefined) ?? earlySuccessCriteria;
	const strategy = given.strategy ?? before.strategy;
	const bakeTimeInMinutes = given.bakeTimeInMinutes ?? before.bakeTimeInMinutes;
	return {
		...rest,
		strategy,
		minimumHealthyPercent: given.minimumHealthyPercent ?? before.minimumHealthyPercent,
		maximumPercent: given.maximumPercent ?? before.maximumPercent,
		...(given.deploymentCircuitBreaker && { deploymentCircuitBreaker: breakerFrom(given.deploymentCircuitBreaker) }),
		...(alarms && {
			alarms: {
				alarmNames: alarms.alarmNames ?? [],
				enable: alarms.enable ?? false,
				rollback: alarms.rollback ?? false,
			},
		}),
		...(strategy === 'ROLLING' && earlySuccess && { earlySuccessCriteria: earlySuccess }),
		...(bakeTimeInMinutes !== undefined && { bakeTimeInMinutes }),
		...(given.lifecycleHooks && { lifecycleHooks: structuredClone(given.lifecycleHooks) as LifecycleHook[] }),
		...(strategy === 'LINEAR' && linear && { linearConfiguration: linear }),
		...(strategy === 'CANARY' && canary && { canaryConfiguration: canary }),
	};
}

function breakerFrom(
	given: NonNullable<AwsDeploymentConfiguration['deploymentCircuitBreaker']>,
): CircuitBreakerConfiguration {
	const { enable = false, rollback = false, resetOnHealthyTask, thresholdConfiguration } = given;
	return {
		enable,
		rollback,
		...(resetOnHealthyTask !== undefined && { resetOnHealthyTask }),
		...(thresholdConfiguration && {
			thresholdConfiguration: {
				type: thresholdConfiguration.type ?? 'BOUNDED_PERCENT',
				value: thresholdConfiguration.value ?? 50,
			},
		}),
	};
}
