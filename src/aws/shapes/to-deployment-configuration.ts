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
		shift: toShift(configuration),
		bakeTimeInMinutes: configuration.bakeTimeInMinutes,
		circuitBreaker: breaker && { enable: breaker.enable ?? false, rollback: breaker.rollback ?? false },
		alarms: alarms && {
			enable: alarms.enable ?? false,
			rollback: alarms.rollback ?? false,
			alarmNames: texts(alarms.alarmNames),
		},
	});
}

/** Defaults of the ECS API reference: CanaryConfiguration, LinearConfiguration. */
function toShift({
	strategy,
	canaryConfiguration: canary,
	linearConfiguration: linear,
}: ecs.DeploymentConfiguration): DeploymentConfiguration['shift'] {
	if (strategy === 'CANARY')
		return { percent: canary?.canaryPercent ?? 5, minutes: canary?.canaryBakeTimeInMinutes ?? 10 };
	if (strategy === 'LINEAR') return { percent: linear?.stepPercent ?? 10, minutes: linear?.stepBakeTimeInMinutes ?? 6 };
	return undefined;
}
