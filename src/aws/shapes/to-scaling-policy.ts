import type * as scaling from '@aws-sdk/client-application-auto-scaling';
import type { ScalingPolicy } from '../../model/scaling.ts';
import { defined } from './defined.ts';
import { requiredText, text } from './scalars.ts';

export function toScalingPolicy(policy: scaling.ScalingPolicy): ScalingPolicy {
	const tracking = policy.TargetTrackingScalingPolicyConfiguration;
	return defined({
		resourceId: requiredText(policy.ResourceId),
		policyName: requiredText(policy.PolicyName),
		policyType: requiredText(policy.PolicyType),
		metricType: text(tracking?.PredefinedMetricSpecification?.PredefinedMetricType),
		targetValue: tracking?.TargetValue,
		scaleInCooldown: tracking?.ScaleInCooldown,
		scaleOutCooldown: tracking?.ScaleOutCooldown,
	});
}
