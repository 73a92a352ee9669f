import {
	DeregisterScalableTargetCommand,
	DescribeScalableTargetsCommand,
	DescribeScalingActivitiesCommand,
	RegisterScalableTargetCommand,
	type RegisterScalableTargetCommandInput,
} from '@aws-sdk/client-application-auto-scaling';
import { DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { describe, expect, test } from 'vitest';
import { openShop } from '../open-shop.ts';
import { the } from '../../world/small-shop.ts';

const SEARCH = {
	ServiceNamespace: 'ecs',
	ResourceId: 'service/prod/search',
	ScalableDimension: 'ecs:service:DesiredCount',
} as const;

function shop() {
	const opened = openShop();
	const { scaling, ecs } = opened;
	return {
		...opened,
		register: (input: Partial<RegisterScalableTargetCommandInput>) =>
			scaling.send(new RegisterScalableTargetCommand({ ...SEARCH, ...input })),
		desired: async () => {
			const { services } = await ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: ['search'] }));
			return services?.[0]?.desiredCount ?? -1;
		},
		targets: async () =>
			(await scaling.send(new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs' }))).ScalableTargets ?? [],
	};
}

describe('a scalable target', () => {
	test('brings the desired count within its bounds at once, and says so', async () => {
		const { register, desired, scaling } = shop();
		const before = await desired();
		await register({ MinCapacity: before + 2, MaxCapacity: 12 });
		expect(await desired()).toBe(before + 2);
		const { ScalingActivities } = await scaling.send(new DescribeScalingActivitiesCommand(SEARCH));
		expect(ScalingActivities?.[0]).toMatchObject({
			...SEARCH,
			Description: `Setting desired count to ${before + 2}.`,
			Cause: `minimum capacity was set to ${before + 2}`,
			StatusCode: 'InProgress',
		});
	});

	test('clamps a count that was set by hand even when only suspended', async () => {
		const { world, register, desired } = shop();
		const [service] = [...world.services.values()].filter(({ serviceName }) => serviceName === 'search');
		the(service).desiredCount = 20;
		await register({ SuspendedState: { DynamicScalingInSuspended: true } });
		expect(await desired()).toBe(8);
	});

	test('cannot make ECS run more tasks than a service may have', async () => {
		const { register, desired, scaling } = shop();
		const before = await desired();
		await register({ MinCapacity: 1_000_000_000, MaxCapacity: 1_000_000_000 });
		expect(await desired()).toBe(before);
		const { ScalingActivities } = await scaling.send(new DescribeScalingActivitiesCommand(SEARCH));
		expect(ScalingActivities?.[0]).toMatchObject({
			StatusCode: 'Failed',
			StatusMessage: 'Failed to set desired count to 1000000000',
		});
	});

	test('keeps what is left out, flag by flag', async () => {
		const { register, targets } = shop();
		await register({ SuspendedState: { DynamicScalingInSuspended: true } });
		await register({ MaxCapacity: 9, SuspendedState: { ScheduledScalingSuspended: true } });
		expect(await targets()).toMatchObject([
			{
				...SEARCH,
				MinCapacity: 2,
				MaxCapacity: 9,
				SuspendedState: {
					DynamicScalingInSuspended: true,
					DynamicScalingOutSuspended: false,
					ScheduledScalingSuspended: true,
				},
			},
		]);
	});

	test.each([
		[{ ScalableDimension: 'bogus' as never }, 'Unsupported service namespace, resource type or scalable dimension'],
		[{ ServiceNamespace: 'dynamodb' as const }, 'Unsupported service namespace, resource type or scalable dimension'],
		[
			{ MinCapacity: -1 },
			"1 validation error detected: Value '-1' at 'minCapacity' failed to satisfy constraint: Member must have value greater than or equal to 0",
		],
		[{ MinCapacity: 5, MaxCapacity: 4 }, 'Maximum capacity cannot be less than minimum capacity'],
		[
			{ ResourceId: 'service/prod/nobody', MinCapacity: 1, MaxCapacity: 2 },
			"ECS service doesn't exist: service/prod/nobody",
		],
	])('is refused as %j', async (input, message) => {
		await expect(shop().register(input)).rejects.toMatchObject({ name: 'ValidationException', message });
	});

	test('is gone once deregistered, and cannot be twice', async () => {
		const { scaling, targets } = shop();
		await scaling.send(new DeregisterScalableTargetCommand(SEARCH));
		expect(await targets()).toEqual([]);
		await expect(scaling.send(new DeregisterScalableTargetCommand(SEARCH))).rejects.toMatchObject({
			name: 'ObjectNotFoundException',
			message:
				'No scalable target registered for service namespace: ecs, resource ID: service/prod/search, scalable dimension: ecs:service:DesiredCount',
		});
	});
});
