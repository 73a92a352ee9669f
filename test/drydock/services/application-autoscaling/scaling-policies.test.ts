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
