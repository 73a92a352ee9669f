import { expect, test } from 'vitest';
import { scalingEntries } from '../../../src/diagnosis/timeline/scaling-entries.ts';
import type { ScalingActivity } from '../../../src/model/scaling-activity.ts';
import { NOW } from '../../fixtures/checkout.ts';

const activity = (changes: Partial<ScalingActivity>): ScalingActivity => ({
	activityId: 'a1',
	description: 'Setting desired count to 6.',
	cause: 'monitor alarm TargetTracking-service/prod/checkout-AlarmHigh-1 in state ALARM triggered policy cpu',
	startTime: NOW,
	statusCode: 'Successful',
	notScaledReasons: [],
	...changes,
});
test.each([
	[{}, 'changing: scaled out to 6 by target tracking (cpu)'],
	[
		{ cause: 'monitor alarm queue-deep in state ALARM triggered policy step' },
		'changing: scaled to 6 by a step policy (step)',
	],
	[{ cause: 'minimum capacity was set to 6' }, 'changing: scaled to 6 because the minimum was set to 6'],
	[
		{
			description: 'Setting min capacity to 2 and max capacity to 4',
			cause: 'scheduled action name night was triggered',
		},
		'changing: its bounds were set to 2 to 4 by a schedule (night)',
	],
	[
		{
			description: 'Attempting to scale due to alarm triggered',
			statusCode: 'Failed',
			notScaledReasons: [{ code: 'AlreadyAtMaxCapacity', maxCapacity: 6 }],
		},
		'degraded: target tracking (cpu) did not scale: the maximum of 6 is reached',
	],
	[
		{ statusCode: 'Failed', statusMessage: 'Failed to set desired count to 6.' },
		'failing: scaling out to 6 by target tracking (cpu) ended failed: Failed to set desired count to 6.',
	],
	[
		{
			statusCode: 'Unfulfilled',
			statusMessage: 'Successfully set desired count to 6. Waiting for change to be fulfilled by ecs.',
		},
		'degraded: scaling out to 6 by target tracking (cpu) ended unfulfilled',
	],
] as const)('says by whom: %j', (changes, words) => {
	const [entry] = scalingEntries([activity(changes)]);
	expect(`${entry?.level}: ${entry?.text}`).toBe(words);
});
