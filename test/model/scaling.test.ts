import { expect, test } from 'vitest';
import { cpuTarget, memoryTarget, type ScalingPolicy, type ServiceScaling } from '../../src/model/scaling.ts';

function scalingBy(...policies: readonly Partial<ScalingPolicy>[]): ServiceScaling {
	const resourceId = 'service/prod/checkout';
	return {
		target: {
			resourceId,
			minCapacity: 2,
			maxCapacity: 8,
			suspended: { scaleIn: false, scaleOut: false, scheduled: false },
		},
		policies: policies.map((policy) => ({
			resourceId,
			policyName: 'p',
			policyType: 'TargetTrackingScaling',
			...policy,
		})),
	};
}

test('each metric has the target of its own policy', () => {
	const scaling = scalingBy(
		{ metricType: 'ECSServiceAverageMemoryUtilization', targetValue: 80 },
		{ metricType: 'ECSServiceAverageCPUUtilization', targetValue: 60 },
	);
	expect(cpuTarget(scaling)).toBe(60);
	expect(memoryTarget(scaling)).toBe(80);
});

test('the high-resolution metric counts as the same', () => {
	const metricType = 'ECSServiceAverageCPUUtilizationHighResolution';
	expect(cpuTarget(scalingBy({ metricType, targetValue: 55 }))).toBe(55);
});

test('no scaling, or by other metrics only, is no target', () => {
	expect(cpuTarget(undefined)).toBeUndefined();
	expect(cpuTarget(scalingBy({ metricType: 'ALBRequestCountPerTarget', targetValue: 1_000 }, {}))).toBeUndefined();
});
