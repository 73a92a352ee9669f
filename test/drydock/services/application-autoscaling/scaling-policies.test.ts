import {
	DeleteScalingPolicyCommand,
	DescribeScalingPoliciesCommand,
	PutScalingPolicyCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { describe, expect, test } from 'vitest';
import { openShop } from '../open-shop.ts';

const SEARCH = {
	ServiceNamespace: 'ecs',
	ResourceId: 'service/prod/search',
	ScalableDimension: 'ecs:service:DesiredCount',
} as const;

const cpu = { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' as const };

function tracking(PolicyName: string, TargetValue: number) {
	return new PutScalingPolicyCommand({
		...SEARCH,
		PolicyName,
		PolicyType: 'TargetTrackingScaling',
		TargetTrackingScalingPolicyConfiguration: {
			TargetValue,
			PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageMemoryUtilization' },
		},
	});
}

describe('scaling policies', () => {
	test('bring their alarms with them, and keep them when they change', async () => {
		const { scaling, cloudWatch } = openShop();
		const made = await scaling.send(tracking('memory', 70));
		const changed = await scaling.send(tracking('memory', 80));
		expect(changed).toMatchObject({ PolicyARN: made.PolicyARN, Alarms: made.Alarms });
		const { MetricAlarms } = await cloudWatch.send(
			new DescribeAlarmsCommand({ AlarmNames: made.Alarms?.map(({ AlarmName = '' }) => AlarmName) }),
		);
		expect(MetricAlarms?.map(({ MetricName, Threshold }) => [MetricName, Threshold])).toEqual([
			['MemoryUtilization', 80],
			['MemoryUtilization', 72],
		]);
	});

	test.each([
		['a target below zero', { TargetValue: -5, PredefinedMetricSpecification: cpu }],
		['no metric', { TargetValue: 50 }],
		[
			'an unknown metric',
			{ TargetValue: 50, PredefinedMetricSpecification: { PredefinedMetricType: 'BOGUS' as never } },
		],
		[
			'requests without the label of their target group',
			{ TargetValue: 50, PredefinedMetricSpecification: { PredefinedMetricType: 'ALBRequestCountPerTarget' as const } },
		],
	])('with %s are refused', async (_, TargetTrackingScalingPolicyConfiguration) => {
		const put = { ...SEARCH, PolicyName: 'p', PolicyType: 'TargetTrackingScaling' as const };
		const call = openShop().scaling.send(
			new PutScalingPolicyCommand({ ...put, TargetTrackingScalingPolicyConfiguration }),
		);
		await expect(call).rejects.toMatchObject({ name: 'ValidationException' });
	});

	test('of another namespace are none, and of one that is none a mistake', async () => {
		const { scaling } = openShop();
		const of = (ServiceNamespace: 'dynamodb') => scaling.send(new DescribeScalingPoliciesCommand({ ServiceNamespace }));
		expect((await of('dynamodb')).ScalingPolicies).toEqual([]);
		await expect(of('bogus' as never)).rejects.toMatchObject({
			name: 'ValidationException',
			message: expect.stringMatching(/^1 validation error detected: Value 'bogus' at 'serviceNamespace' failed/),
		});
	});

	test('come ten to a page', async () => {
		const { scaling } = openShop();
		for (let index = 0; index < 11; index++) await scaling.send(tracking(`memory-${index}`, 70));
		const first = await scaling.send(new DescribeScalingPoliciesCommand({ ServiceNamespace: 'ecs' }));
		expect(first.ScalingPolicies).toHaveLength(10);
		const second = await scaling.send(
			new DescribeScalingPoliciesCommand({ ServiceNamespace: 'ecs', NextToken: first.NextToken }),
		);
		expect(second.ScalingPolicies).toHaveLength(2);
		expect(second.NextToken).toBeUndefined();
	});

	test('can be deleted once', async () => {
		const { scaling } = openShop();
		const input = { ...SEARCH, PolicyName: 'search-cpu' };
		await scaling.send(new DeleteScalingPolicyCommand(input));
		const { ScalingPolicies } = await scaling.send(new DescribeScalingPoliciesCommand({ ServiceNamespace: 'ecs' }));
		expect(ScalingPolicies).toEqual([]);
		await expect(scaling.send(new DeleteScalingPolicyCommand(input))).rejects.toMatchObject({
			name: 'ObjectNotFoundException',
			message: expect.stringMatching(
				/^No scaling policy found for service namespace: ecs, resource ID: service\/prod\/search/,
			),
		});
	});
});
