import { expect, test } from 'vitest';
import { awsOver, REGION } from './aws-over.ts';

const named = {
	ServiceNamespace: 'ecs',
	ResourceId: 'service/prod/search',
	ScalableDimension: 'ecs:service:DesiredCount',
};

test('activities are asked for in one page, those that did not scale too, and come newest first', async () => {
	const asked: unknown[] = [];
	const { aws } = awsOver({
		'application-autoscaling': {
			DescribeScalingActivities: (input: object) => {
				asked.push(input);
				return {
					ScalingActivities: [
						{
							...named,
							ActivityId: 'a',
							Description: 'Setting desired count to 6.',
							Cause: 'monitor alarm high in state ALARM triggered policy cpu\u001b[2J',
							StartTime: new Date(1_000),
							EndTime: new Date(5_000),
							StatusCode: 'Successful',
							StatusMessage: 'Successfully set desired count to 6.',
						},
						{
							...named,
							ActivityId: 'b',
							Description: 'Attempting to scale due to alarm triggered',
							Cause: 'monitor alarm high in state ALARM triggered policy cpu',
							StartTime: new Date(9_000),
							StatusCode: 'Unfulfilled',
							NotScaledReasons: [{ Code: 'AlreadyAtMaxCapacity', MaxCapacity: 6, CurrentCapacity: 6 }],
						},
					],
					NextToken: 'older ones',
				};
			},
		},
	});
	const activities = await aws.scalingActivities(REGION, 'service/prod/search');
	expect(asked).toEqual([{ ...named, IncludeNotScaledActivities: true, MaxResults: 50 }]);
	expect(activities).toEqual([
		{
			activityId: 'b',
			description: 'Attempting to scale due to alarm triggered',
			cause: 'monitor alarm high in state ALARM triggered policy cpu',
			startTime: 9_000,
			statusCode: 'Unfulfilled',
			notScaledReasons: [{ code: 'AlreadyAtMaxCapacity', maxCapacity: 6, currentCapacity: 6 }],
		},
		{
			activityId: 'a',
			description: 'Setting desired count to 6.',
			cause: 'monitor alarm high in state ALARM triggered policy cpu',
			startTime: 1_000,
			endTime: 5_000,
			statusCode: 'Successful',
			statusMessage: 'Successfully set desired count to 6.',
			notScaledReasons: [],
		},
	]);
});
