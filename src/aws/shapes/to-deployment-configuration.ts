import type * as ecs from '@aws-sdk/client-ecs';
import type { DeploymentConfiguration } from '../../model/service.ts';
import { defined } from './defined.ts';
import { text, texts } from './scalars.ts';

/** Percentages left out are the defaults of replica services, 100 and 200 (ECS API reference, DeploymentConfiguration). */
export function toDeploymentConfiguration(
	configuration: ecs.DeploymentConfiguration | undefined,
): DeploymentConfiguration | undefined {
	if (!configuration) return undefined;
	const { deploymentCircuitBreaker: breaker, alarms } = configuration;
	return defined({
		minimumHealthyPercent: configuration.minimumHealthyPercent ?? 100,
		maximumPercent: configuration.maximumPercent ?? 200,
		strategy: text(configuration.strategy),
		circuitBreaker: breaker && { enable: breaker.enable ?? false, rollback: breaker.rollback ?? false },
		alarms: alarms && {
			enable: alarms.enable ?? false,
			rollback: alarms.rollback ?? false,
			alarmNames: texts(alarms.alarmNames),
		},
	});
}
