import { arnOf } from '../world/arn.ts';
import { MINUTE } from '../world/clock.ts';
import type { DeploymentConfiguration, LifecycleHook } from '../world/deployment-configuration.ts';
import type { World } from '../world/world.ts';
import type { DeploymentEntry } from './deployment-schema.ts';
import type { ServiceTraits } from './service-schema.ts';

/** How the deployments of a service go. */
export function buildDeployment(world: World, region: string, traits: ServiceTraits): DeploymentConfiguration {
	const { deployment, alarms, circuitBreaker: breaker = 'rollback' } = traits;
	return {
		strategy: 'ROLLING',
		minimumHealthyPercent: traits.minimumHealthyPercent ?? 100,
		maximumPercent: traits.maximumPercent ?? 200,
		deploymentCircuitBreaker: { enable: breaker !== 'off', rollback: breaker === 'rollback' },
		...(alarms && { alarms: { alarmNames: alarms, enable: true, rollback: true } }),
		...(deployment && shifting(world, region, deployment)),
	};
}

function shifting(
	world: World,
	region: string,
	{ strategy, percent, stepBake, bake, hooks }: DeploymentEntry,
): Partial<DeploymentConfiguration> {
	const minutes = stepBake === undefined ? undefined : stepBake / MINUTE;
	return {
		strategy: strategy === 'blue-green' ? 'BLUE_GREEN' : strategy === 'linear' ? 'LINEAR' : 'CANARY',
		bakeTimeInMinutes: bake / MINUTE,
		...(strategy === 'linear' && {
			linearConfiguration: {
				...(percent !== undefined && { stepPercent: percent }),
				...(minutes !== undefined && { stepBakeTimeInMinutes: minutes }),
			},
		}),
		...(strategy === 'canary' && {
			canaryConfiguration: {
				...(percent !== undefined && { canaryPercent: percent }),
				...(minutes !== undefined && { canaryBakeTimeInMinutes: minutes }),
			},
		}),
		...(hooks.length > 0 && {
			lifecycleHooks: hooks.map((hook): LifecycleHook => ({
				...(hook.lambda !== undefined
					? {
							targetType: 'AWS_LAMBDA' as const,
							hookTargetArn: arnOf(world, 'lambda', region, `function:${hook.lambda}`),
							roleArn: arnOf(world, 'iam', '', 'role/ecsLifecycleHooks'),
						}
					: { targetType: 'PAUSE' as const }),
				lifecycleStages: hook.stages,
				timeoutConfiguration: { timeoutInMinutes: hook.timeout / MINUTE, action: hook.onTimeout },
			})),
		}),
	};
}
