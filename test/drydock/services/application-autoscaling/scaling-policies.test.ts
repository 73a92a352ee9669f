import {
	DeleteScalingPolicyCommand,
	DescribeScalingPoliciesCommand,
	PutScalingPolicyCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeTargetGroupsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, test } from 'vitest';
import { openShop } from '../open-shop.ts';

const SEARCH = {
	ServiceNamespace: 'ecs',
	ResourceId: 'service/prod/search',
	ScalableDimension: 'ecs:service:DesiredCount',
} as const;

const cpu = { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' as const };

/** One of as many metrics as are wanted. */
function custom(PolicyName: string) {
	return new PutScalingPolicyCommand({
		...SEARCH,
		PolicyName,
		PolicyType: 'TargetTrackingScaling',
		TargetTrackingScalingPolicyConfiguration: {
			TargetValue: 100,
			CustomizedMetricSpecification: { Namespace: 'Shop', MetricName: PolicyName, Statistic: 'Average' },
		},
	});
}

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

	test('are one for each metric, and what is left out of a new configuration is gone', async () => {
		const { scaling } = openShop();
		await scaling.send(tracking('memory', 70));
		await expect(scaling.send(tracking('memory-too', 80))).rejects.toMatchObject({
			name: 'ValidationException',
			message: 'Only one TargetTrackingScaling policy for a given metric specification is allowed.',
		});
		const put = { ...SEARCH, PolicyName: 'search-cpu', PolicyType: 'TargetTrackingScaling' as const };
		const configuration = { TargetValue: 50, PredefinedMetricSpecification: cpu };
		await scaling.send(
			new PutScalingPolicyCommand({ ...put, TargetTrackingScalingPolicyConfiguration: configuration }),
		);
		const { ScalingPolicies } = await scaling.send(
			new DescribeScalingPoliciesCommand({ ServiceNamespace: 'ecs', PolicyNames: ['search-cpu'] }),
		);
		expect(ScalingPolicies?.[0]?.TargetTrackingScalingPolicyConfiguration).toEqual(configuration);
	});

	test('are at most fifty', async () => {
		const { scaling } = openShop();
		for (let index = 1; index < 50; index++) await scaling.send(custom(`queue-${index}`));
		await expect(scaling.send(custom('queue-50'))).rejects.toMatchObject({ name: 'LimitExceededException' });
		await expect(scaling.send(custom('queue-49'))).resolves.toBeDefined();
	});

	test.each([
		['of the service', (label: string) => label, true],
		['of another load balancer', (label: string) => label.replace('app/', 'app/other-'), false],
		['that is none', () => 'targetgroup', false],
	])('on requests take the target group %s', async (_, change, taken) => {
		const { scaling, loadBalancing } = openShop();
		const { TargetGroups = [] } = await loadBalancing.send(new DescribeTargetGroupsCommand({ Names: ['prod-search'] }));
		const { TargetGroupArn = '', LoadBalancerArns: [balancer = ''] = [] } = TargetGroups[0] ?? {};
		const label = `${balancer.split(':loadbalancer/')[1]}/${TargetGroupArn.split(':').at(-1)}`;
		const call = scaling.send(
			new PutScalingPolicyCommand({
				...SEARCH,
				PolicyName: 'requests',
				PolicyType: 'TargetTrackingScaling',
				TargetTrackingScalingPolicyConfiguration: {
					TargetValue: 1000,
					PredefinedMetricSpecification: {
						PredefinedMetricType: 'ALBRequestCountPerTarget',
						ResourceLabel: change(label),
					},
				},
			}),
		);
		const made = call.then(
			({ Alarms }) => Alarms?.length,
			({ name }: Error) => name,
		);
		expect(await made).toEqual(taken ? 2 : 'ValidationException');
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
		for (let index = 0; index < 11; index++) await scaling.send(custom(`queue-${index}`));
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
