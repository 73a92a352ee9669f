import { DescribeScalingActivitiesCommand } from '@aws-sdk/client-application-auto-scaling';
import { expect, test } from 'vitest';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, openShop } from '../services/open-shop.ts';

test('cpu-ceiling scales search out when the sale begins, and then not any more', async () => {
	const { scaling } = openShop('cpu-ceiling');
	const { ScalingActivities = [] } = await scaling.send(
		new DescribeScalingActivitiesCommand({
			ServiceNamespace: 'ecs',
			ResourceId: 'service/prod/search',
			IncludeNotScaledActivities: true,
		}),
	);
	const [refused, ...done] = ScalingActivities;
	expect(refused?.NotScaledReasons).toEqual([{ Code: 'AlreadyAtMaxCapacity', MaxCapacity: 6 }]);
	expect(done.map(({ StatusCode }) => StatusCode)).toContain('Successful');
	expect(done.every(({ StartTime }) => Number(StartTime) > NOON - 28 * MINUTE)).toBe(true);
});
