import type { DeploymentConfiguration as AwsDeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { DeploymentConfiguration, LifecycleHook } from '../../world/deployment-configuration.ts';
import { LIFECYCLE_STAGES } from '../../world/shift.ts';
import { invalidParameter, notValid } from './refuse.ts';

const STRATEGIES = ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'];
/** Minutes of a bake time of any kind: up to a day (ECS API reference, CanaryConfiguration, LinearConfiguration). */
const BAKE = { min: 0, max: 1_440 };
/** Minutes: up to two weeks (ECS API reference, DeploymentLifecycleHookTimeoutConfiguration). */
const TIMEOUT = { min: 1, max: 20_160 };
/** Stages that a hook can be at (ECS API reference, DeploymentLifecycleHook). */
const HOOK_STAGES: readonly string[] = LIFECYCLE_STAGES.filter(
	(stage) => stage !== 'SCALE_UP' && stage !== 'BAKE_TIME' && stage !== 'CLEAN_UP',
);
/** Of those, where a deployment cannot pause. */
const SHIFTS: readonly string[] = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];

/**
 * Refuses a deployment configuration that cannot be. A bake time is not asked for: AWS's own examples of BLUE_GREEN have none.
 * @throws {AwsFault} InvalidParameterException
 */
export function checkDeploymentConfiguration(
	given: AwsDeploymentConfiguration,
	{ strategy, minimumHealthyPercent, maximumPercent }: DeploymentConfiguration,
): void {
	if (minimumHealthyPercent === 100 && maximumPercent === 100) {
		throw invalidParameter(
			'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments',
		);
	}
	if (minimumHealthyPercent < 0 || minimumHealthyPercent >= maximumPercent) throw notValid();
	if (!STRATEGIES.includes(strategy)) throw notValid();
	if (given.earlySuccessCriteria?.enable) {
		const { healthyPercent = -1, sourceServiceRevisionCleanup = '' } = given.earlySuccessCriteria;
		if (strategy !== 'ROLLING' || !['BLOCKING', 'DEFERRED'].includes(sourceServiceRevisionCleanup)) throw notValid();
		checkWithin(healthyPercent, { min: minimumHealthyPercent, max: 100 });
	}
	if (strategy !== 'LINEAR' && given.linearConfiguration) throw notValid();
	if (strategy !== 'CANARY' && given.canaryConfiguration) throw notValid();
	checkWithin(given.bakeTimeInMinutes, BAKE);
	checkWithin(given.linearConfiguration?.stepBakeTimeInMinutes, BAKE);
	checkWithin(given.canaryConfiguration?.canaryBakeTimeInMinutes, BAKE);
	checkTenths(given.linearConfiguration?.stepPercent, { min: 3, max: 100 });
	checkTenths(given.canaryConfiguration?.canaryPercent, { min: 0.1, max: 100 });
	for (const hook of given.lifecycleHooks ?? []) checkHook(hook as LifecycleHook);
}

function checkHook({ targetType = 'AWS_LAMBDA', hookTargetArn, lifecycleStages, ...hook }: LifecycleHook): void {
	if (!['AWS_LAMBDA', 'PAUSE'].includes(targetType)) {
		throw invalidParameter('Invalid targetType. Valid values are: AWS_LAMBDA, PAUSE');
	}
	const stages = lifecycleStages ?? [];
	if (stages.length === 0 || !stages.every((stage) => HOOK_STAGES.includes(stage))) throw notValid();
	if (targetType === 'PAUSE' && stages.some((stage) => SHIFTS.includes(stage))) {
		throw invalidParameter('Invalid lifecycle stage provided for Pause Hook');
	}
	if (targetType === 'AWS_LAMBDA' && !hookTargetArn?.includes(':function:')) throw notValid();
	const { timeoutInMinutes, action } = hook.timeoutConfiguration ?? {};
	checkWithin(timeoutInMinutes, TIMEOUT);
	if (action !== undefined && action !== 'CONTINUE' && action !== 'ROLLBACK') throw notValid();
}

type Bounds = { readonly min: number; readonly max: number };

function checkWithin(value: number | undefined, { min, max }: Bounds): void {
	if (value !== undefined && !(value >= min && value <= max && Number.isInteger(value))) throw notValid();
}

/** Percents go in tenths. */
function checkTenths(percent: number | undefined, { min, max }: Bounds): void {
	if (percent === undefined) return;
	checkWithin(Math.round(percent * 1e6) / 1e5, { min: min * 10, max: max * 10 });
}
