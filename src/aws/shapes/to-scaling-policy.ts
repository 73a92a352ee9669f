import type * as scaling from '@aws-sdk/client-application-auto-scaling';
import type { ScalingPolicy, StepScaling, TrackingConfiguration } from '../../model/scaling.ts';
import { defined } from './defined.ts';
import { list, requiredText, text } from './scalars.ts';

/** @param configuration of a target-tracking policy, as AWS wrote it. */
export function toScalingPolicy(policy: scaling.ScalingPolicy, configuration?: TrackingConfiguration): ScalingPolicy {
	const tracking = policy.TargetTrackingScalingPolicyConfiguration;
	return defined({
		resourceId: requiredText(policy.ResourceId),
		policyName: requiredText(policy.PolicyName),
		policyType: requiredText(policy.PolicyType),
		metricType: text(tracking?.PredefinedMetricSpecification?.PredefinedMetricType),
		targetValue: tracking?.TargetValue,
		scaleInCooldown: tracking?.ScaleInCooldown,
		scaleOutCooldown: tracking?.ScaleOutCooldown,
		disableScaleIn: tracking?.DisableScaleIn,
		resourceLabel: text(tracking?.PredefinedMetricSpecification?.ResourceLabel),
		configuration,
		steps: toSteps(policy.StepScalingPolicyConfiguration),
	});
}

function toSteps(steps: scaling.StepScalingPolicyConfiguration | undefined): StepScaling | undefined {
	if (!steps) return undefined;
	return defined({
		adjustmentType: requiredText(steps.AdjustmentType),
		cooldown: steps.Cooldown,
		stepAdjustments: list(steps.StepAdjustments).map((step) =>
			defined({
				metricIntervalLowerBound: step.MetricIntervalLowerBound,
				metricIntervalUpperBound: step.MetricIntervalUpperBound,
				scalingAdjustment: step.ScalingAdjustment ?? 0,
			}),
		),
	});
}
