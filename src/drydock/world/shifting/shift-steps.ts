import type { DeploymentConfiguration } from '../deployment-configuration.ts';
import type { ShiftStep } from '../shift.ts';

/** Defaults of the ECS API reference: CanaryConfiguration, LinearConfiguration. */
const CANARY = { percent: 5, minutes: 10 };
const LINEAR = { percent: 10, minutes: 6 };

/** Which deployment it is, as far as its steps depend on it. */
type Beginning = {
	/** More revisions than the one that serves have tasks: they go first. */
	readonly reconciles: boolean;
	/** The service's first: no old revision to share traffic with, or to keep while the new one bakes. */
	readonly isFirst: boolean;
};

/**
 * What a deployment does one after the other (ECS developer guide, blue/green deployment lifecycle stages). The stages
 * of the production shift come once for each share of the traffic; that PRODUCTION_TRAFFIC_SHIFT goes on while a
 * share bakes is our reading, and so is that a first deployment neither bakes nor shifts in parts.
 */
export function shiftSteps(configuration: DeploymentConfiguration, { reconciles, isFirst }: Beginning): ShiftStep[] {
	const shares = isFirst ? [{ production: 100, bakeMinutes: 0 }] : sharesOf(configuration);
	const still = { bakeMinutes: 0 };
	const dark = { production: 0, test: 0, ...still };
	const done = { production: 100, test: 100, ...still };
	return [
		...(reconciles ? [{ stage: 'RECONCILE_SERVICE' as const, ...dark }] : []),
		{ stage: 'PRE_SCALE_UP', ...dark },
		{ stage: 'SCALE_UP', ...dark },
		{ stage: 'POST_SCALE_UP', ...dark },
		{ stage: 'TEST_TRAFFIC_SHIFT', production: 0, test: 100, ...still },
		{ stage: 'POST_TEST_TRAFFIC_SHIFT', production: 0, test: 100, ...still },
		...shares.flatMap((share, index): ShiftStep[] => [
			{
				stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT',
				production: shares[index - 1]?.production ?? 0,
				test: 100,
				...still,
			},
			{ stage: 'PRODUCTION_TRAFFIC_SHIFT', test: 100, ...share },
		]),
		{ stage: 'POST_PRODUCTION_TRAFFIC_SHIFT', ...done },
		...(isFirst ? [] : [{ stage: 'BAKE_TIME' as const, ...done, bakeMinutes: configuration.bakeTimeInMinutes ?? 0 }]),
		{ stage: 'CLEAN_UP', ...done },
	];
}

/** Percent of the production traffic, step by step; after the last one nothing more is waited for. */
function sharesOf({
	strategy,
	canaryConfiguration: canary,
	linearConfiguration: linear,
}: DeploymentConfiguration): Pick<ShiftStep, 'production' | 'bakeMinutes'>[] {
	const whole = { production: 100, bakeMinutes: 0 };
	if (strategy === 'CANARY') {
		const production = canary?.canaryPercent ?? CANARY.percent;
		const bakeMinutes = canary?.canaryBakeTimeInMinutes ?? CANARY.minutes;
		return production < 100 ? [{ production, bakeMinutes }, whole] : [whole];
	}
	if (strategy !== 'LINEAR') return [whole];
	const step = linear?.stepPercent ?? LINEAR.percent;
	const bakeMinutes = linear?.stepBakeTimeInMinutes ?? LINEAR.minutes;
	const steps = Math.ceil(100 / step) - 1;
	// Percents go in tenths: sums of binary fractions would not.
	const partial = Array.from({ length: steps }, (_, index) => Math.round(10 * step * (index + 1)) / 10);
	return [...partial.map((production) => ({ production, bakeMinutes })), whole];
}
