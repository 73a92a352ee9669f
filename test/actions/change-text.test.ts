import { expect, test } from 'vitest';
import { changeText } from '../../src/actions/change-text.ts';
import type { TrackingConfiguration } from '../../src/model/scaling.ts';

const put = (TargetTrackingScalingPolicyConfiguration: TrackingConfiguration) =>
	changeText({
		name: 'application-autoscaling:PutScalingPolicy',
		region: 'eu-west-1',
		input: {
			PolicyName: 'cpu60',
			PolicyType: 'TargetTrackingScaling',
			ServiceNamespace: 'ecs',
			ResourceId: 'service/prod/checkout',
			ScalableDimension: 'ecs:service:DesiredCount',
			TargetTrackingScalingPolicyConfiguration,
		},
	});

test('a scaling policy is told with its settings and what it follows', () => {
	const PredefinedMetricSpecification = { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' };
	expect(put({ TargetValue: 50, PredefinedMetricSpecification, DisableScaleIn: false })).toBe(
		'application-autoscaling:PutScalingPolicy(PolicyName=cpu60, TargetValue=50, DisableScaleIn=false, PredefinedMetricType=ECSServiceAverageCPUUtilization)',
	);
});

test('a metric that somebody made up is left out, and nothing of a policy reaches the terminal raw', () => {
	const CustomizedMetricSpecification = { MetricName: '\u001B[31mBacklog' };
	expect(put({ TargetValue: 3, CustomizedMetricSpecification, Future: '\u009B2Jx\u202E' })).toBe(
		'application-autoscaling:PutScalingPolicy(PolicyName=cpu60, TargetValue=3, Future=x)',
	);
});
