import { AutoScaling } from '@aws-sdk/client-auto-scaling';
import { describe, expect, test } from 'vitest';
import { the } from '../../world/small-shop.ts';
import { openEcs, refusalOf } from '../ecs/open-ecs.ts';

const MINUTE = 60_000;
const AutoScalingGroupName = 'ecs';

function open() {
	const shop = openEcs(
		['{ name: cart, tasks: 2, launchType: EC2 }'],
		[
			'{ name: ecs, type: m5.large, min: 1, desired: 2, max: 3, capacityProvider: ec2, draining: false }',
			'{ name: spare, type: t3.small, desired: 0 }',
		],
	);
	const scaling = new AutoScaling(shop.config);
	const group = async () =>
		the((await scaling.describeAutoScalingGroups({ AutoScalingGroupNames: ['ecs'] })).AutoScalingGroups?.[0]);
	const states = async () => (await group()).Instances?.map(({ LifecycleState }) => LifecycleState);
	return { ...shop, scaling, group, states };
}

describe('Auto Scaling', () => {
	test('tells of its groups and their instances', async () => {
		const { scaling, group, ecs } = open();
		const { AutoScalingGroups } = await scaling.describeAutoScalingGroups({});
		expect(AutoScalingGroups?.map((each) => each.AutoScalingGroupName)).toEqual(['ecs', 'spare']);
		expect(await group()).toMatchObject({
			MinSize: 1,
			MaxSize: 3,
			DesiredCapacity: 2,
			AvailabilityZones: ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'],
			Tags: [{ Key: 'AmazonECSManaged' }],
		});
		const { AutoScalingInstances } = await scaling.describeAutoScalingInstances({});
		const { containerInstanceArns } = await ecs.listContainerInstances({ cluster: 'prod' });
		const { containerInstances } = await ecs.describeContainerInstances({
			cluster: 'prod',
			containerInstances: containerInstanceArns,
		});
		expect(AutoScalingInstances).toMatchObject(
			(containerInstances ?? []).map(({ ec2InstanceId }) => ({
				InstanceId: ec2InstanceId,
				AutoScalingGroupName,
				LifecycleState: 'InService',
				HealthStatus: 'HEALTHY',
				ProtectedFromScaleIn: false,
			})),
		);
	});

	test('sets how many instances there are to be, and tells of each that it launches', async () => {
		const { scaling, states, step } = open();
		await scaling.setDesiredCapacity({ AutoScalingGroupName, DesiredCapacity: 3 });
		expect(await states()).toEqual(['InService', 'InService', 'Pending']);
		step(4 * MINUTE);
		expect(await states()).toEqual(['InService', 'InService', 'InService']);
		const { Activities } = await scaling.describeScalingActivities({ AutoScalingGroupName });
		expect(Activities).toMatchObject([
			{
				Description: expect.stringMatching(/^Launching a new EC2 instance: i-/),
				Cause: expect.stringContaining(
					'a user request explicitly set group desired capacity changing the desired capacity from 2 to 3.',
				),
				StatusCode: 'Successful',
				Progress: 100,
			},
		]);
	});

	test('terminates an instance, with or without another in its place', async () => {
		const { scaling, group, states, step } = open();
		const [first, second] = (await group()).Instances ?? [];
		const terminate = (InstanceId: string | undefined, ShouldDecrementDesiredCapacity: boolean) =>
			scaling.terminateInstanceInAutoScalingGroup({ InstanceId, ShouldDecrementDesiredCapacity });
		const { Activity } = await terminate(first?.InstanceId, false);
		expect(Activity?.Cause).toMatch(/ instance i-\w+ was taken out of service in response to a user request\.$/);
		expect(await states()).toEqual(['Terminating', 'InService', 'Pending']);
		step(5 * MINUTE);
		const shrunk = await terminate(second?.InstanceId, true);
		expect(shrunk.Activity?.Cause).toMatch(/user request, shrinking the capacity from 2 to 1\.$/);
		step(5 * MINUTE);
		const [left] = (await group()).Instances ?? [];
		expect(await states()).toEqual(['InService']);
		expect(await refusalOf(terminate(left?.InstanceId, true))).toBe(
			"ValidationError: Currently, desiredSize equals minSize (1). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.",
		);
		expect(await refusalOf(terminate(first?.InstanceId, false))).toBe(
			`ValidationError: Instance Id not found - No managed instance found for instance ID: ${first?.InstanceId}`,
		);
	});

	test('moves the bounds, and the count with them', async () => {
		const { scaling, group } = open();
		await scaling.updateAutoScalingGroup({ AutoScalingGroupName, MaxSize: 1 });
		expect(await group()).toMatchObject({ MinSize: 1, MaxSize: 1, DesiredCapacity: 1 });
	});

	test.each([
		[{ MinSize: 4 }, 'Max bound, 3, must be greater than or equal to min bound, 4'],
		[{ DesiredCapacity: 4 }, 'Desired capacity:4 must be between the specified min size:1 and max size:3'],
		[{ AutoScalingGroupName: 'gone' }, 'AutoScalingGroup name not found - AutoScalingGroup gone not found'],
	])('refuses to update a group with %j', async (input, message) => {
		const { scaling, group } = open();
		const before = await group();
		expect(await refusalOf(scaling.updateAutoScalingGroup({ AutoScalingGroupName, ...input }))).toBe(
			`ValidationError: ${message}`,
		);
		expect(await group()).toEqual(before);
	});

	test('refuses a count beyond the bounds', async () => {
		const { scaling } = open();
		const set = (DesiredCapacity: number) =>
			refusalOf(scaling.setDesiredCapacity({ AutoScalingGroupName, DesiredCapacity }));
		expect(await set(4)).toBe(
			'ValidationError: New SetDesiredCapacity value 4 is above max value 3 for the AutoScalingGroup.',
		);
		expect(await set(0)).toBe(
			'ValidationError: New SetDesiredCapacity value 0 is below min value 1 for the AutoScalingGroup.',
		);
	});
});
