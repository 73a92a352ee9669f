import { expect, test } from 'vitest';
import { awsOver, CLUSTER, REGION, tally } from './aws-over.ts';

const GROUP = `arn:aws:autoscaling:${REGION}:123456789012:autoScalingGroup:1b2c:autoScalingGroupName/workers`;

const ecs = (names: readonly string[]) => ({
	DescribeClusters: () => ({ clusters: [{ clusterArn: CLUSTER, capacityProviders: names }] }),
	DescribeCapacityProviders: ({ capacityProviders }: { readonly capacityProviders: readonly string[] }) => ({
		capacityProviders: capacityProviders.map((name) =>
			name.startsWith('FARGATE')
				? { name }
				: {
						name,
						autoScalingGroupProvider: {
							autoScalingGroupArn: GROUP,
							managedScaling: { status: 'ENABLED', targetCapacity: 90 },
						},
					},
		),
	}),
});

test('providers come with their group, its size and what it did last', async () => {
	const asked: unknown[] = [];
	const { aws } = awsOver({
		ecs: ecs(['workers', 'FARGATE']),
		autoscaling: {
			DescribeAutoScalingGroups: (input: object) => {
				asked.push(input);
				const instance = {
					InstanceId: 'i-1',
					AvailabilityZone: 'a',
					HealthStatus: 'Healthy',
					ProtectedFromScaleIn: false,
				};
				return {
					AutoScalingGroups: [
						{
							AutoScalingGroupName: 'workers',
							MinSize: 1,
							MaxSize: 3,
							DesiredCapacity: 3,
							DefaultCooldown: 300,
							AvailabilityZones: [],
							HealthCheckType: 'EC2',
							CreatedTime: new Date(0),
							Instances: ['InService', 'InService', 'Pending'].map((LifecycleState) => ({
								...instance,
								LifecycleState,
							})),
						},
					],
				};
			},
			DescribeScalingActivities: (input: object) => {
				asked.push(input);
				return {
					Activities: [
						{
							ActivityId: '1',
							AutoScalingGroupName: 'workers',
							Description: 'Launching a new EC2 instance.  Status Reason: no room',
							Cause: 'At 2026-11-20T12:00:00Z an instance was started',
							StartTime: new Date(7_000),
							StatusCode: 'Failed',
							StatusMessage: 'no room',
						},
					],
				};
			},
		},
	});
	expect(await aws.capacityProviders(CLUSTER)).toEqual([
		{
			name: 'workers',
			group: {
				name: 'workers',
				minSize: 1,
				maxSize: 3,
				desiredCapacity: 3,
				inService: 2,
				activities: [
					{
						description: 'Launching a new EC2 instance.  Status Reason: no room',
						cause: 'At 2026-11-20T12:00:00Z an instance was started',
						statusCode: 'Failed',
						statusMessage: 'no room',
						startTime: 7_000,
					},
				],
			},
			managedScaling: { enabled: true, targetCapacity: 90 },
		},
		{ name: 'FARGATE' },
	]);
	expect(asked).toEqual([{ AutoScalingGroupNames: ['workers'] }, { AutoScalingGroupName: 'workers', MaxRecords: 10 }]);
});

test('a group that is gone leaves its provider without one', async () => {
	const autoscaling = { DescribeAutoScalingGroups: () => ({ AutoScalingGroups: [] }) };
	const { aws } = awsOver({ ecs: ecs(['workers']), autoscaling });
	expect(await aws.capacityProviders(CLUSTER)).toEqual([
		{ name: 'workers', managedScaling: { enabled: true, targetCapacity: 90 } },
	]);
});

test('a cluster on Fargate alone, or without providers, costs no call of Auto Scaling', async () => {
	const { aws, operations } = awsOver({ ecs: ecs(['FARGATE', 'FARGATE_SPOT']) });
	expect(await aws.capacityProviders(CLUSTER)).toHaveLength(2);
	expect(tally(operations())).toEqual({ DescribeClusters: 1, DescribeCapacityProviders: 1 });
	const none = awsOver({ ecs: ecs([]) });
	expect(await none.aws.capacityProviders(CLUSTER)).toEqual([]);
	expect(tally(none.operations())).toEqual({ DescribeClusters: 1 });
});
