import { DescribeScalingActivitiesCommand } from '@aws-sdk/client-application-auto-scaling';
import { describe, expect, test } from 'vitest';
import { openShop } from '../open-shop.ts';

describe('DescribeScalingActivities', () => {
	test('tells of alarms that changed nothing only when asked to', async () => {
		const { scaling } = openShop('cpu-ceiling');
		const input = { ServiceNamespace: 'ecs', ResourceId: 'service/prod/search' } as const;
		const told = await scaling.send(new DescribeScalingActivitiesCommand(input));
		const all = await scaling.send(
			new DescribeScalingActivitiesCommand({ ...input, IncludeNotScaledActivities: true }),
		);
		expect(told.ScalingActivities?.some(({ NotScaledReasons }) => NotScaledReasons)).toBe(false);
		expect(all.ScalingActivities).toContainEqual(
			expect.objectContaining({
				Description: 'Attempting to scale due to alarm triggered',
				StatusCode: 'Failed',
				NotScaledReasons: [{ Code: 'AlreadyAtMaxCapacity', MaxCapacity: 6 }],
			}),
		);
	});

	test('refuses pages above 50 and tokens that are none', async () => {
		const { scaling } = openShop();
		const ask = (input: object) =>
			scaling.send(new DescribeScalingActivitiesCommand({ ServiceNamespace: 'ecs', ...input }));
		await expect(ask({ MaxResults: 51 })).rejects.toMatchObject({ name: 'ValidationException' });
		await expect(ask({ NextToken: 'none' })).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
	});
});
